// The parts of the door's page marked `data-live`: they also show what other devices did.
import { findAll } from "../../core/assets/_elements.ts";

const REFRESH = 20_000; // milliseconds between looks at what other devices did

/** Bring the live parts up to date. */
export async function refresh(): Promise<void> {
  try {
    const response = await fetch(location.pathname, { redirect: "error" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const part of findAll("[data-live]", HTMLElement)) {
      const fresh = page.getElementById(part.id);
      if (fresh && !part.contains(document.activeElement)) part.replaceWith(fresh);
    }
  } catch {
    // Without a connection the figures stay; each scan says by itself whether it was recorded.
  }
}

/** Bring the live parts up to date again and again, while the page is in sight. */
export function keepRefreshing(): void {
  setInterval(() => {
    if (!document.hidden) void refresh();
  }, REFRESH);
}
