// What the door sends: a badge that was read, or an arrival that is taken back.

const LONGEST_CODE = 500; // characters that the server takes

export interface Scan {
  readonly address: string;
  readonly data: FormData;
  /** Whom or what staff see while the scan is not recorded. */
  readonly who: string;
}

/** The scan of a badge that a scanner or the camera has read. */
export function scanOfText(text: string, address: string, at: Date): Scan {
  const data = new FormData();
  data.set("code", text.slice(-LONGEST_CODE));
  return { address, data: stamped(data, at), who: endOf(text) };
}

/** The scan or undo that a form sends, or null if the form asks for a code and got none. */
export function scanOfForm(
  data: FormData,
  address: string,
  at: Date,
  who: string | undefined,
): Scan | null {
  const code = data.get("code");
  if (typeof code !== "string") return { address, data, who: who ?? "" };
  if (!code.trim()) return null;
  return { address, data: stamped(data, at), who: who ?? endOf(code) };
}

/** Give a scan its identity: the server records it once, however often it is sent. */
function stamped(data: FormData, at: Date): FormData {
  data.set("scan_id", newId());
  data.set("at", at.toISOString());
  return data;
}

function endOf(code: string): string {
  return `…${code.slice(-4)}`;
}

/** A random UUID (RFC 9562, 5.4); `crypto.randomUUID` exists only where the page came by HTTPS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x40); // version
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80); // variant
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
