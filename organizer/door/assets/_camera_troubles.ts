// Why a camera cannot be used. The door's page has a sentence for each of these words.

export type CameraTrouble = "insecure" | "denied" | "missing" | "busy" | "failed" | "unreadable";

/** As `window`, but true where the page did not come by HTTPS: there, browsers offer no cameras. */
export interface Surroundings {
  readonly isSecureContext: boolean;
  readonly navigator: { readonly mediaDevices?: Partial<MediaDevices> };
}

/** The troubles behind the errors of `getUserMedia` (W3C Media Capture and Streams, 10.2). */
const BEHIND_ERRORS: Partial<Record<string, CameraTrouble>> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
};

/** Why the camera cannot be used, before asking for it. */
export function obstacleIn({ isSecureContext, navigator }: Surroundings): CameraTrouble | null {
  if (!isSecureContext) return "insecure";
  return navigator.mediaDevices?.getUserMedia ? null : "missing";
}

/** What went wrong when opening the camera. */
export function troubleOf(error: unknown): CameraTrouble {
  // Older browsers have an OverconstrainedError that is no Error.
  const name = typeof error === "object" && error !== null && "name" in error ? error.name : "";
  return BEHIND_ERRORS[String(name)] ?? "failed";
}
