// A camera sees a badge in every frame; it is to be read once.

const SAME_BADGE = 3000; // milliseconds within which a badge is not read twice;
const AWAY = 300; // and before it is, it must have left the picture for this long

interface Sighting {
  /** When the badge was last read. */
  readonly read: number;
  /** When the badge was last in the picture. */
  readonly seen: number;
}

const NEVER: Sighting = { read: -Infinity, seen: -Infinity };

export class Sightings {
  readonly #byText = new Map<string, Sighting>();

  /** Note that a code is in the picture at `at` milliseconds; true if it is to be read. */
  isNew(text: string, at: number): boolean {
    const { read, seen } = this.#byText.get(text) ?? NEVER;
    const isNew = at - read >= SAME_BADGE && at - seen >= AWAY;
    this.#byText.set(text, { read: isNew ? at : read, seen: at });
    return isNew;
  }
}
