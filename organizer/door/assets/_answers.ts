// What the server answers to a scan, and what follows when it does not answer.
import type { Scan } from "./_scans.ts";

const PATIENCE = 10_000; // milliseconds to wait for an answer
// The session holds what a form's token is compared with: without it the answer is 400.
const SIGNED_OUT = [400, 401];

export type Answer =
  | { readonly kind: "recorded"; readonly verdict: string; readonly html: string }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "signed_out" }
  | { readonly kind: "lost" };

/** Post a scan and return what was answered; a scan may be sent again, the server counts it once. */
export async function post({ address, data }: Scan, csrfToken: string): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method: "POST",
      body: data,
      headers: { Accept: "application/json", "X-CSRFToken": csrfToken },
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return await readAnswer(response);
  } catch {
    return { kind: "lost" };
  }
}

/** What a response says; fails if it is not the server's own, as a network's sign-in page. */
async function readAnswer(response: Response): Promise<Answer> {
  if (SIGNED_OUT.includes(response.status)) return { kind: "signed_out" };
  if (response.status >= 500) return { kind: "lost" };
  const body: unknown = await response.json();
  if (!response.ok) return { kind: "refused", reason: textIn(body, "error") };
  return { kind: "recorded", verdict: textIn(body, "verdict"), html: textIn(body, "html") };
}

function textIn(body: unknown, key: string): string {
  const found = typeof body === "object" && body !== null ? Reflect.get(body, key) : undefined;
  if (typeof found !== "string") throw new TypeError(`The answer has no ${key}.`);
  return found;
}
