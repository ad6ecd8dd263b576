// Offers only the professions of the chosen industry; without this, all are offered in groups.
import { findAll, get } from "../../core/assets/_elements.ts";

for (const professions of findAll("[data-professions-of]", HTMLSelectElement)) {
  const industry = get(`#${professions.dataset.professionsOf}`, HTMLSelectElement);
  const groups = findAll("optgroup", HTMLOptGroupElement, professions);

  const narrow = () => {
    const chosen = industry.value && industry.selectedOptions[0]?.textContent;
    // Removed, not hidden: phones show hidden groups all the same.
    for (const group of groups) group.remove();
    professions.append(...groups.filter((group) => !chosen || group.label === chosen));
  };
  industry.addEventListener("change", narrow);
  narrow();
}
