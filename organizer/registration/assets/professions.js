// Offers only the professions of the chosen industry; without this, all are offered in groups.
for (const professions of document.querySelectorAll("[data-professions-of]")) {
  const industry = document.getElementById(professions.dataset.professionsOf);
  const groups = [...professions.querySelectorAll("optgroup")];

  const narrow = () => {
    const name = industry.value && industry.selectedOptions[0].textContent;
    // Removed, not hidden: phones show hidden groups all the same.
    for (const group of groups) group.remove();
    professions.append(...groups.filter((group) => !name || group.label === name));
  };
  industry.addEventListener("change", narrow);
  narrow();
}
