// The large field in which staff read what became of a scan, and the list of those not recorded.
import { copyOf, get } from "../../core/assets/_elements.ts";
import type { Answer } from "./_answers.ts";
import type { Scan } from "./_scans.ts";
import { signal } from "./_signals.ts";

const lines = new Map<Scan, Element>();

/** Show that a scan is on its way. */
export function showChecking(): void {
  show("checking", copyOf("#say-checking"));
}

/** Show and sound what was answered. */
export function showAnswer(answer: Answer): void {
  const name = answer.kind === "recorded" ? answer.verdict : answer.kind;
  show(name, contentOf(answer));
  signal(name);
}

function contentOf(answer: Answer): DocumentFragment {
  if (answer.kind === "recorded") {
    return document.createRange().createContextualFragment(answer.html);
  }
  const words = copyOf(`#say-${answer.kind}`);
  if (answer.kind === "refused") get(".reason", HTMLElement, words).textContent = answer.reason;
  return words;
}

function show(name: string, content: DocumentFragment): void {
  const field = get("#verdict", HTMLElement);
  field.dataset.verdict = name;
  field.replaceChildren(content);
  field.scrollIntoView({ block: "nearest" });
}

/** List a scan that did not reach the server: the next guest's verdict must not hide it. */
export function listUnrecorded(scan: Scan, sendAgain: () => void): void {
  takeOff(scan);
  const line = get("li", HTMLElement, copyOf("#unrecorded-line"));
  get(".what", HTMLElement, line).textContent = scan.who;
  get("button", HTMLButtonElement, line).addEventListener("click", sendAgain);
  get("#unrecorded", HTMLElement).append(line);
  lines.set(scan, line);
}

/** Take a scan off the list of those not recorded. */
export function takeOff(scan: Scan): void {
  lines.get(scan)?.remove();
  lines.delete(scan);
}
