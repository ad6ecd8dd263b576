// A sound and a vibration for each verdict, so that staff can keep their eyes on the guest.

type Tone = readonly [hertz: number, seconds: number];

/** Each verdict has a melody of its own. */
// biome-ignore format: one line for each melody
const TUNES: Partial<Record<string, readonly Tone[]>> = {
  welcome: [[784, 0.1], [1175, 0.22]],
  already_in: [[587, 0.12], [587, 0.12], [587, 0.12]],
  unknown: [[196, 0.5]],
  cancelled: [[440, 0.2], [294, 0.2], [196, 0.3]],
  unconfirmed: [[440, 0.2], [294, 0.4]],
  other_event: [[294, 0.18], [440, 0.18], [294, 0.3]],
  lost: [[330, 0.08], [165, 0.08], [330, 0.08], [165, 0.08]],
};
const BUZZES: Partial<Record<string, number[]>> = {
  welcome: [60],
  already_in: [60, 60, 60],
  lost: [300, 100, 300],
};
const OTHER_BUZZ = [400];
const GAP = 0.05; // seconds between two tones
const VOLUME = 0.4;
const KEPT = "door-sound"; // where this device keeps whether the sound is on

let context: AudioContext | null = null;

/** Make ready to sound, unless the switch is off; this device keeps the choice. */
export function prepareSound(soundSwitch: HTMLInputElement): void {
  soundSwitch.checked = !isOff();
  soundSwitch.addEventListener("change", () => {
    localStorage.setItem(KEPT, soundSwitch.checked ? "on" : "off");
  });
  // Browsers let a page sound only after somebody touched it.
  for (const touch of ["pointerdown", "keydown"]) {
    addEventListener(touch, unlock, { capture: true, passive: true });
  }
}

function isOff(): boolean {
  return localStorage.getItem(KEPT) === "off";
}

function unlock(): void {
  context ??= new AudioContext();
  if (context.state === "suspended") void context.resume();
}

/** Play what belongs to a verdict. */
export function signal(verdict: string): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(BUZZES[verdict] ?? OTHER_BUZZ);
  if (context?.state !== "running" || isOff()) return;
  let at = context.currentTime;
  for (const [hertz, seconds] of TUNES[verdict] ?? []) {
    sound(context, hertz, at, at + seconds);
    at += seconds + GAP;
  }
}

function sound(context: AudioContext, hertz: number, from: number, until: number): void {
  const source = new OscillatorNode(context, { type: "triangle", frequency: hertz });
  const volume = new GainNode(context, { gain: VOLUME });
  volume.gain.setValueAtTime(VOLUME, from);
  volume.gain.linearRampToValueAtTime(0, until); // without a click at the end
  source.connect(volume).connect(context.destination);
  source.start(from);
  source.stop(until);
}
