// The door's forms: they are sent without leaving the page, and make room for the next guest.
import { find, get } from "../../core/assets/_elements.ts";
import { type Scan, scanOfForm } from "./_scans.ts";

const search = () => get("#q", HTMLInputElement);
const found = () => get("#found", HTMLElement);

/** Hand what the forms marked `data-door` send to `onScan`. */
export function takeOverForms(onScan: (scan: Scan) => void): void {
  const take = (event: SubmitEvent) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.door === undefined) return;
    event.preventDefault();
    const scan = scanOfForm(new FormData(form), form.action, new Date(), form.dataset.who);
    if (!scan) return typedField(form)?.focus();
    onScan(scan);
    clear(form);
  };
  document.addEventListener("submit", take, { capture: true });
}

function typedField(form: HTMLFormElement): HTMLInputElement | null {
  return find("input:not([type=hidden])", HTMLInputElement, form);
}

/** Clear what was typed to get here, in this form or in the search that found it. */
function clear(form: HTMLFormElement): void {
  const wasFound = found().contains(form);
  const field = wasFound ? search() : typedField(form);
  if (field) field.value = "";
  if (!wasFound) return;
  // Who works with the keyboard goes on from there; a thumb wants no keyboard on the screen.
  if (find(":focus-visible", HTMLElement, form)) search().focus();
  found().replaceChildren();
}

/** Keep the page when Enter is pressed in the search: it is live, and reloading loses one's place. */
export function keepSearchOnPage(): void {
  get("form.find", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    // The screen's keyboard covers what was found.
    if (matchMedia("(pointer: coarse)").matches) search().blur();
  });
}
