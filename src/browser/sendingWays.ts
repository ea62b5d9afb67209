import { Refusal, type Sending, type WayToSend } from "./wayToSend";

/** A way that can't be tried without doing harm, or whose result a page can't see. */
export interface UntriedWay {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

const has = (name: string) => (): boolean => name in globalThis;

/** Whether the browser does something for a kind of link. */
const knowsLink = (rel: string) => (): boolean => document.createElement("link").relList.supports(rel);

const urlOf = ({ host }: Sending): string => `https://${host}/`;

/** Puts an element into the room of the test, and waits until it has loaded or failed. */
function place(element: HTMLElement, { room }: Sending): Promise<Event> {
  const over = waitFor(element, "load", "error");
  room.append(element);
  return over;
}

function waitFor(target: EventTarget, ...events: readonly string[]): Promise<Event> {
  return new Promise((resolve) => {
    for (const event of events) target.addEventListener(event, resolve, { once: true });
  });
}

function placeLink(rel: string, more: Partial<HTMLLinkElement> = {}): WayToSend["send"] {
  return (sending) =>
    place(Object.assign(document.createElement("link"), { rel, href: urlOf(sending), ...more }), sending);
}

/** An empty frame, so that what navigates does not navigate the page. */
function placeFrame({ room }: Sending): string {
  const frame = document.createElement("iframe");
  frame.name = "self-test";
  frame.title = "Self-test";
  room.append(frame);
  return frame.name;
}

async function connectPeers({ host }: Sending): Promise<void> {
  const connection = createPeer(host);
  try {
    const asks = asksServers(connection);
    connection.createDataChannel("self-test");
    await connection.setLocalDescription(await connection.createOffer());
    if (!(await asks)) throw new Refusal("The browser asks no server, so that it finds no way out.");
  } finally {
    connection.close();
  }
}

/**
 * Whether a browser asks the servers of a connection how others can reach it. For one that can't exist, it
 * then reports an error. Where WebRTC is blocked, it ends without one.
 */
function asksServers(connection: RTCPeerConnection): Promise<boolean> {
  return new Promise((resolve) => {
    connection.addEventListener("icecandidateerror", () => resolve(true));
    connection.addEventListener("icegatheringstatechange", () => {
      if (connection.iceGatheringState === "complete") resolve(false);
    });
  });
}

function createPeer(host: string): RTCPeerConnection {
  try {
    return new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] });
  } catch (error) {
    throw new Refusal(String(error), { cause: error });
  }
}

function postToOtherWindow(sending: Sending): void {
  const other: Window | null = window.parent === window ? window.opener : window.parent;
  if (other === null) throw new Refusal("No other page has opened or framed this one.");
  other.postMessage("self-test", urlOf(sending));
}

const SILENT = "Firefox refuses it without a report.";

/** The ways that the self-test tries, in the order in which it shows them. */
export const sendingWays: readonly WayToSend[] = [
  { id: "fetch", title: "Request (fetch)", send: (sending) => fetch(urlOf(sending), { mode: "no-cors" }) },
  {
    id: "xhr",
    title: "Request (XMLHttpRequest)",
    send: (sending) => {
      const request = new XMLHttpRequest();
      request.open("POST", urlOf(sending));
      request.send();
      return waitFor(request, "loadend");
    },
  },
  {
    id: "fetch-later",
    title: "Request after the page is closed (fetchLater)",
    isThere: has("fetchLater"),
    send: (sending) => {
      const { fetchLater } = globalThis as unknown as {
        readonly fetchLater: (url: string, options: object) => unknown;
      };
      return void fetchLater(urlOf(sending), { activateAfter: 0 });
    },
  },
  {
    id: "beacon",
    title: "Beacon (sendBeacon)",
    send: (sending) => void navigator.sendBeacon(urlOf(sending)),
  },
  {
    id: "ping",
    title: "Ping of a link",
    doubt: "Firefox sends no pings unless it is set to.",
    send: (sending) => {
      const link = document.createElement("a");
      Object.assign(link, { ping: urlOf(sending), href: "about:blank", target: placeFrame(sending) });
      sending.room.append(link);
      link.click();
    },
  },
  {
    id: "websocket",
    title: "WebSocket",
    send: ({ host }) => waitFor(new WebSocket(`wss://${host}/`), "close", "error"),
  },
  {
    id: "webtransport",
    title: "WebTransport",
    isThere: has("WebTransport"),
    send: (sending) => {
      const transport = new WebTransport(urlOf(sending));
      transport.closed.catch(() => undefined); // it can only fail, and `ready` says so
      return transport.ready;
    },
  },
  {
    id: "eventsource",
    title: "Event stream (EventSource)",
    send: (sending) => {
      const source = new EventSource(urlOf(sending));
      return waitFor(source, "error").then(() => source.close());
    },
  },
  {
    id: "webrtc",
    title: "Connection to others (WebRTC)",
    isThere: has("RTCPeerConnection"),
    send: connectPeers,
  },
  {
    id: "image",
    title: "Image",
    send: (sending) =>
      place(Object.assign(document.createElement("img"), { alt: "", src: urlOf(sending) }), sending),
  },
  {
    id: "media",
    title: "Sound or video",
    send: (sending) =>
      place(Object.assign(document.createElement("video"), { src: urlOf(sending) }), sending),
  },
  {
    id: "css-url",
    title: "Picture named in a style",
    send: (sending) => {
      sending.room.style.backgroundImage = `url("${urlOf(sending)}")`;
    },
  },
  {
    id: "css-import",
    title: "Style named in a style (@import)",
    send: (sending) => {
      const style = document.createElement("style");
      style.textContent = `@import url("${urlOf(sending)}");`;
      return place(style, sending);
    },
  },
  { id: "stylesheet", title: "Style sheet", send: placeLink("stylesheet") },
  {
    id: "font",
    title: "Font",
    send: (sending) => new FontFace("self-test", `url("${urlOf(sending)}")`).load(),
  },
  { id: "prefetch", title: "Prefetch", isThere: knowsLink("prefetch"), send: placeLink("prefetch") },
  {
    id: "preload",
    title: "Preload",
    isThere: knowsLink("preload"),
    doubt: SILENT,
    send: placeLink("preload", { as: "image" }),
  },
  {
    id: "module-preload",
    title: "Preload of a module",
    isThere: knowsLink("modulepreload"),
    doubt: SILENT,
    send: placeLink("modulepreload"),
  },
  {
    id: "frame",
    title: "Frame",
    send: (sending) =>
      place(
        Object.assign(document.createElement("iframe"), { src: urlOf(sending), title: "Self-test" }),
        sending,
      ),
  },
  {
    id: "object",
    title: "Embedded object",
    send: (sending) =>
      place(Object.assign(document.createElement("object"), { data: urlOf(sending) }), sending),
  },
  {
    id: "form",
    title: "Form",
    send: (sending) => {
      const form = document.createElement("form");
      Object.assign(form, { action: urlOf(sending), method: "post", target: placeFrame(sending) });
      sending.room.append(form);
      form.submit();
    },
  },
  {
    id: "script",
    title: "Script from elsewhere",
    send: (sending) =>
      place(Object.assign(document.createElement("script"), { src: urlOf(sending) }), sending),
  },
  {
    id: "import",
    title: "Module from elsewhere (import)",
    send: (sending) => import(/* @vite-ignore */ urlOf(sending)),
  },
  {
    id: "worker",
    title: "Worker from elsewhere",
    isThere: has("Worker"),
    send: (sending) => waitFor(new Worker(urlOf(sending)), "error"),
  },
  {
    id: "worker-text",
    title: "Worker whose script is made by a script",
    isThere: has("Worker"),
    send: ({ host }) => {
      const script = new Blob([`fetch("https://${host}/").finally(() => postMessage(0))`]);
      const worker = new Worker(URL.createObjectURL(script));
      return waitFor(worker, "message", "error").finally(() => worker.terminate());
    },
  },
  {
    id: "other-window",
    title: "Message to the page that opened or frames this one",
    send: postToOtherWindow,
  },
];

/** What holds for all the ways that are not tried. */
export const UNTRIED_RULE =
  "No Content Security Policy forbids the ways that are not tried. The header Connection-Allowlist does, " +
  "where the browser knows it and the server sends it, with one exception: the published specifications at " +
  "learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ and whatever they redirect to, so that " +
  "the links to them open. A script that got into the page could go there, with anything in the address.";

/** The ways that the self-test names without trying them. */
export const untriedWays: readonly UntriedWay[] = [
  {
    id: "navigation",
    title: "Leaving the page for another address",
    why: "It would end the page.",
  },
  {
    id: "window",
    title: "Opening another window or tab",
    why: "It would open one.",
  },
  {
    id: "preconnect",
    title: "Connecting or looking up a name in advance (preconnect, dns-prefetch)",
    why: "A page can't see whether the browser does it.",
  },
];
