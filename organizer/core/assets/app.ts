// What every page may use. Each page works without it; this makes it quicker.
import "htmx.org";
import { get } from "./_elements.ts";

// Copy buttons: <button data-copy="#id-of-what" data-copied="what the button says afterwards">.
document.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-copy]") : null;
  if (!(button instanceof HTMLElement)) return;
  const { copy = "", copied = "" } = button.dataset;
  await navigator.clipboard.writeText(get(copy, HTMLElement).textContent.trim());
  button.textContent = copied;
});

// A form that takes a while must not be sent twice by an impatient thumb.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  if (form.dataset.again !== undefined) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
});

addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});
