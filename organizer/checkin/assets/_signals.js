// A sound and a vibration for each verdict, so that staff can keep their eyes on the guest.

// Tones as [hertz, seconds]; each verdict has a melody of its own.
const TUNES = {
  welcome: [[784, 0.1], [1175, 0.22]],
  already_in: [[587, 0.12], [587, 0.12], [587, 0.12]],
  unknown: [[196, 0.5]],
  cancelled: [[440, 0.2], [294, 0.2], [196, 0.3]],
  other_event: [[294, 0.18], [440, 0.18], [294, 0.3]],
  lost: [[330, 0.08], [165, 0.08], [330, 0.08], [165, 0.08]],
};
const BUZZES = { welcome: [60], already_in: [60, 60, 60], lost: [300, 100, 300] };
const GAP = 0.05; // seconds
const KEPT = "door-sound";

let context = null;

// Browsers let a page sound only after somebody touched it.
for (const touch of ["pointerdown", "keydown"]) {
  addEventListener(touch, () => {
    context ??= new AudioContext();
    if (context.state === "suspended") context.resume();
  }, { capture: true, passive: true });
}

/** Let a switch turn the sound on and off; this device keeps the choice. */
export function keepSoundSwitch(input) {
  input.checked = localStorage.getItem(KEPT) !== "off";
  input.addEventListener("change", () => localStorage.setItem(KEPT, input.checked ? "on" : "off"));
}

/** Play what belongs to a verdict. */
export function signal(verdict) {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(BUZZES[verdict] ?? [400]);
  if (context?.state !== "running" || localStorage.getItem(KEPT) === "off") return;
  let at = context.currentTime;
  for (const [hertz, seconds] of TUNES[verdict] ?? []) {
    tone(hertz, at, seconds);
    at += seconds + GAP;
  }
}

function tone(hertz, at, seconds) {
  const source = new OscillatorNode(context, { type: "triangle", frequency: hertz });
  const volume = new GainNode(context, { gain: 0.4 });
  volume.gain.setValueAtTime(0.4, at);
  volume.gain.linearRampToValueAtTime(0, at + seconds); // without a click at the end
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + seconds);
}
