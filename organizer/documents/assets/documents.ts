// The print page: choosing people from the list, choosing sheets, and showing what was printed.
import { find, findAll } from "../../core/assets/_elements.ts";
import { tellOfDownloads } from "./_downloads.ts";
import { matches } from "./_name_filter.ts";

const idOf = ({ target }: Event) => (target instanceof Element ? target.id : "");
const isFilter = (event: Event) => idOf(event) === "people-filter";

function filterPeople(): void {
  const filter = find("#people-filter", HTMLInputElement);
  if (!filter) return;
  for (const line of findAll(".people li", HTMLElement)) {
    line.hidden = !matches(line.dataset.find ?? "", filter.value);
  }
}

document.addEventListener("input", (event) => {
  if (isFilter(event)) filterPeople();
});
document.addEventListener("htmx:after:swap", filterPeople);

// Typing in the filter chooses nothing, so the form need not hear of it; Enter would print.
document.addEventListener(
  "change",
  (event) => {
    if (isFilter(event)) event.stopPropagation();
  },
  { capture: true },
);
document.addEventListener("keydown", (event) => {
  if (isFilter(event) && event.key === "Enter") event.preventDefault();
});

// Whoever chooses sheets from the list has done with the part number that was typed before.
document.addEventListener(
  "change",
  (event) => {
    const number = find("#number", HTMLInputElement);
    if (idOf(event) === "stock" && number) number.value = "";
  },
  { capture: true },
);

tellOfDownloads();
