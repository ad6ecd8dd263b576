// The print page: searching for people, choosing sheets, and showing what was printed.
import { find } from "../../core/assets/_elements.ts";
import { tellOfDownloads } from "./_downloads.ts";

const idOf = ({ target }: Event) => (target instanceof Element ? target.id : "");

// Typing in the search chooses nothing, so the form need not hear of it; Enter would reload the page.
document.addEventListener(
  "change",
  (event) => {
    if (idOf(event) === "find") event.stopPropagation();
  },
  { capture: true },
);
document.addEventListener("keydown", (event) => {
  if (idOf(event) === "find" && event.key === "Enter") event.preventDefault();
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
