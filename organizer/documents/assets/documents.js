// The list of people on the print page: shows those in whose name or company each typed word occurs.
const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\u3041-\u3096]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));

function filter() {
  const input = document.querySelector("#people-filter");
  if (!input) return;
  const words = fold(input.value).split(/\s+/);
  for (const line of document.querySelectorAll(".people li")) {
    const text = fold(line.dataset.find);
    line.hidden = !words.every((word) => text.includes(word));
  }
}

document.addEventListener("input", (event) => event.target.id === "people-filter" && filter());
// Typing there chooses nothing, so the form need not hear of it; Enter would print.
document.addEventListener("change", (event) => event.target.id === "people-filter" && event.stopPropagation(), true);
document.addEventListener("keydown", (event) => event.target.id === "people-filter" && event.key === "Enter" && event.preventDefault());
document.addEventListener("htmx:after:swap", filter);

// Whoever chooses sheets from the list has done with the part number that was typed before.
document.addEventListener("change", (event) => {
  const number = document.querySelector("#number");
  if (event.target.id === "stock" && number) number.value = "";
}, true);

// A download leaves the page as it was: once its answer has come (it sets a cookie), what was printed is shown anew.
const printed = () => /(?:^|; )printed=([^;]*)/.exec(document.cookie)?.[1];

document.addEventListener("submit", (event) => {
  const address = event.submitter?.getAttribute("formaction") ?? event.target.getAttribute("action");
  if (!address?.endsWith(".pdf")) return;
  const [before, began] = [printed(), Date.now()];
  const waiting = setInterval(() => {
    const come = printed() !== before;
    if (come) document.body.dispatchEvent(new Event("printed"));
    if (come || Date.now() - began > 60_000) clearInterval(waiting);
  }, 250);
});
