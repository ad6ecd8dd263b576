// Reading QR codes from the camera or from a picture, with zxing (WebAssembly).
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const WIDTH = 640; // pixels: enough for a badge at arm's length, and quick to read
const PAUSE = 100; // milliseconds between two frames
const PHOTO_WIDTH = 1600;
const READ = { formats: ["QRCode"], maxNumberOfSymbols: 1 };
const TROUBLES = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
};

/** Say where the WebAssembly lies; it is loaded when it is first needed. */
export function setReader(address) {
  prepareZXingModule({ overrides: { locateFile: () => address } });
}

/** Why the camera cannot be used, before asking for it: "insecure", "missing" or "". */
export function obstacle() {
  if (!isSecureContext) return "insecure";
  return navigator.mediaDevices?.getUserMedia ? "" : "missing";
}

/** The name of what went wrong when opening the camera. */
export function troubleOf(error) {
  return TROUBLES[error.name] ?? "failed";
}

/** Show the camera in `video` and call `onText` with each code seen, until the returned function is called. */
export async function openCamera(video, onText) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  let open = true;
  const close = () => {
    open = false;
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  };
  try {
    video.srcObject = stream;
    await video.play();
    await prepareZXingModule({ fireImmediately: true });
  } catch (error) {
    close();
    throw error;
  }
  const canvas = document.createElement("canvas");
  const look = async () => {
    if (!open) return;
    const text = await readFrom(video, video.videoWidth, video.videoHeight, WIDTH, canvas);
    if (open && text) onText(text);
    setTimeout(look, PAUSE);
  };
  look();
  return close;
}

/** The text of the code in a picture file, or "" if there is none. */
export async function readPicture(file) {
  try {
    const picture = await createImageBitmap(file);
    return await readFrom(picture, picture.width, picture.height, PHOTO_WIDTH, document.createElement("canvas"));
  } catch {
    return "";
  }
}

async function readFrom(source, width, height, widest, canvas) {
  if (!width) return "";
  const scale = Math.min(1, widest / width);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const found = await readBarcodes(context.getImageData(0, 0, canvas.width, canvas.height), READ);
  return found[0]?.text ?? "";
}
