// Sends scans to the server, and remembers which did not get there.
import type { Answer } from "./_answers.ts";
import type { Scan } from "./_scans.ts";

export interface Steps {
  /** Send the scan and return what was answered; never fails. */
  post(scan: Scan): Promise<Answer>;
  /** Show that the scan is being sent. */
  sending(scan: Scan): void;
  /** Show what was answered. */
  answered(scan: Scan, answer: Answer): void;
}

export class Outbox {
  /** What did not reach the server, and can be sent again. */
  readonly unrecorded = new Set<Scan>();
  readonly #steps: Steps;
  #last: Promise<void> = Promise.resolve();

  constructor(steps: Steps) {
    this.#steps = steps;
  }

  /** Send a scan after all earlier ones: answers must appear in the order of the badges. */
  send(scan: Scan): Promise<void> {
    const sent = this.#last.then(() => this.#sendNow(scan));
    // A mistake in showing one answer must not hold up the next guest.
    this.#last = sent.catch(() => {});
    return sent;
  }

  async #sendNow(scan: Scan): Promise<void> {
    this.#steps.sending(scan);
    const answer = await this.#steps.post(scan);
    if (answer.kind === "lost" || answer.kind === "signed_out") this.unrecorded.add(scan);
    else this.unrecorded.delete(scan);
    this.#steps.answered(scan, answer);
  }
}
