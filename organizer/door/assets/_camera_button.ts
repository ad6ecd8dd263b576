// The button that turns the camera on and off, and the photo that is asked for instead.
import { get } from "../../core/assets/_elements.ts";
import { openCamera, readPicture } from "./_camera.ts";
import { type CameraTrouble, obstacleIn, troubleOf } from "./_camera_troubles.ts";

export class CameraButton {
  readonly #button = get("#scan-start", HTMLButtonElement);
  readonly #video = get("#camera", HTMLVideoElement);
  readonly #startLabel = this.#button.textContent;
  readonly #onSeen: (text: string) => void;
  #close: (() => void) | null = null;

  /** Show the button; while the camera is on, `onSeen` hears of a code with every picture of it. */
  constructor(onSeen: (text: string) => void) {
    this.#onSeen = onSeen;
    this.#button.addEventListener("click", () => {
      if (this.#close) this.#turnOff();
      else void this.#turnOn();
    });
    // A phone in a pocket must not check anybody in.
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.#turnOff();
    });
    this.#button.hidden = false;
  }

  async #turnOn(): Promise<void> {
    const obstacle = obstacleIn(window);
    showTrouble(obstacle);
    if (obstacle) return;
    this.#button.disabled = true;
    this.#video.hidden = false;
    try {
      this.#close = await openCamera(this.#video, this.#onSeen);
      this.#button.textContent = this.#button.dataset.stop ?? "";
      await navigator.wakeLock?.request("screen").catch(() => {});
    } catch (error) {
      this.#video.hidden = true;
      showTrouble(troubleOf(error));
    }
    this.#button.classList.toggle("secondary", this.#close !== null);
    this.#button.disabled = false;
  }

  #turnOff(): void {
    this.#close?.();
    this.#close = null;
    this.#video.hidden = true;
    this.#button.textContent = this.#startLabel;
    this.#button.classList.remove("secondary");
  }
}

/** Let photos of badges, which are asked for where there is no camera, be read. */
export function readPhotos(onText: (text: string) => void): void {
  const input = get("#photo input", HTMLInputElement);
  input.addEventListener("change", async () => {
    const photo = input.files?.[0];
    const text = photo ? await readPicture(photo) : "";
    input.value = "";
    showTrouble(text ? obstacleIn(window) : "unreadable");
    if (text) onText(text);
  });
}

function showTrouble(trouble: CameraTrouble | null): void {
  const line = get("#camera-trouble", HTMLElement);
  line.textContent = trouble
    ? get(`#camera-words [data-trouble=${trouble}]`, HTMLElement).textContent
    : "";
  line.hidden = !trouble;
  get("#photo", HTMLElement).hidden = !trouble;
}
