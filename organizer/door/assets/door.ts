// The door: the camera, USB scanners and buttons check people in without leaving the page.
import { get } from "../../core/assets/_elements.ts";
import { post } from "./_answers.ts";
import { setReader } from "./_camera.ts";
import { CameraButton, readPhotos } from "./_camera_button.ts";
import { keepSearchOnPage, takeOverForms } from "./_forms.ts";
import { keepRefreshing, refresh } from "./_live.ts";
import { Outbox } from "./_outbox.ts";
import { listenForScanner } from "./_scanner_keys.ts";
import { type Scan, scanOfText } from "./_scans.ts";
import { Sightings } from "./_sightings.ts";
import { prepareSound } from "./_signals.ts";
import { listUnrecorded, showAnswer, showChecking, takeOff } from "./_verdict.ts";

const { scans = "", reader = "" } = get("#door", HTMLElement).dataset;
const csrfToken = get("meta[name=csrf-token]", HTMLMetaElement).content;

const outbox = new Outbox({
  post: (scan) => post(scan, csrfToken),
  sending: showChecking,
  answered(scan, answer) {
    showAnswer(answer);
    if (outbox.unrecorded.has(scan)) listUnrecorded(scan, () => send(scan));
    else takeOff(scan);
    void refresh();
  },
});

function send(scan: Scan): void {
  void outbox.send(scan);
}

function sendText(text: string): void {
  send(scanOfText(text, scans, new Date()));
}

const sightings = new Sightings();

function sendIfNew(text: string): void {
  if (sightings.isNew(text, performance.now())) sendText(text);
}

addEventListener("beforeunload", (event) => {
  if (outbox.unrecorded.size) event.preventDefault();
});

setReader(reader);
new CameraButton(sendIfNew);
readPhotos(sendText);
listenForScanner(sendText);
takeOverForms(send);
keepSearchOnPage();
keepRefreshing();
prepareSound(get("#sound input", HTMLInputElement));
get("#sound", HTMLElement).hidden = false;
