// A download leaves the page as it was. The answer sets a cookie, by which the page sees that it
// has come, and then shows anew what was printed.

const LOOK_EVERY = 250; // milliseconds
const PATIENCE = 60_000; // milliseconds, after which the download has failed

/** The mark of the newest download, as the server left it in the cookies. */
export function newestDownload(cookies: string): string | undefined {
  return /(?:^|; )printed=([^;]*)/.exec(cookies)?.[1];
}

/** Dispatch "printed" on the page's body each time a PDF that was asked for has come. */
export function tellOfDownloads(): void {
  document.addEventListener("submit", (event) => {
    if (addressOf(event).endsWith(".pdf")) waitForDownload();
  });
}

function addressOf({ target, submitter }: SubmitEvent): string {
  const ofButton = submitter?.getAttribute("formaction");
  const ofForm = target instanceof HTMLFormElement ? target.getAttribute("action") : null;
  return ofButton ?? ofForm ?? "";
}

function waitForDownload(): void {
  const before = newestDownload(document.cookie);
  const began = Date.now();
  const waiting = setInterval(() => {
    const hasCome = newestDownload(document.cookie) !== before;
    if (hasCome) document.body.dispatchEvent(new Event("printed"));
    if (hasCome || Date.now() - began > PATIENCE) clearInterval(waiting);
  }, LOOK_EVERY);
}
