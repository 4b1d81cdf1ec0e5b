// Runs the bench's jobs in this browser: it fetches a job, does it and posts the result. Each
// contestant is a worker.
//
//   bench ──/job──▶ open, ask, talk, close ──▶ the worker of a contestant
//   bench ◀─/result── its answer, and the time it took in milliseconds
"use strict";

const workers = new Map();

// A worker and the messages it sent that are still to be read.
class Contestant {
  constructor(script) {
    this.inbox = [];
    this.wake = () => {};
    this.worker = new Worker(script);
    this.worker.onmessage = (event) => this.put({ at: performance.now(), data: event.data });
    this.worker.onerror = (event) => this.put({ at: performance.now(), data: event.message || `${script} cannot be loaded` });
  }
  put(message) {
    this.inbox.push(message);
    this.wake();
  }
  async next() {
    while (this.inbox.length === 0) await new Promise((resolve) => (this.wake = resolve));
    return this.inbox.shift();
  }
}

const toBytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
const toText = (bytes) => {
  let text = "";
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return btoa(text);
};

const jobs = {
  open({ id, script }) {
    workers.set(id, new Contestant(script));
  },
  close({ id }) {
    workers.get(id)?.worker.terminate();
    workers.delete(id);
  },
  // Posts a value to a peer's script and waits for the one message that answers it.
  async ask({ id, value }) {
    const c = workers.get(id);
    c.worker.postMessage(value);
    const { data } = await c.next();
    if (typeof data === "string") throw new Error(data);
    if (data.error !== undefined) throw new Error(data.error);
    return data.value;
  },
  // Posts messages, as bytes, to Stridelab's worker. Waits for a message that begins with one of
  // `until`.
  async talk({ id, send, until }) {
    const c = workers.get(id);
    const ends = until.map(toBytes);
    const messages = send.map(toBytes);
    const begun = performance.now();
    for (const message of messages) c.worker.postMessage(message, [message.buffer]);
    for (;;) {
      const { at, data } = await c.next();
      if (typeof data === "string") throw new Error(data);
      if (ends.some((end) => end.every((byte, i) => data[i] === byte))) return { ms: at - begun, message: toText(data) };
    }
  },
};

async function run() {
  const name = new URLSearchParams(location.search).get("name");
  for (;;) {
    const answer = await fetch(`/job?name=${name}`);
    if (answer.status === 204) continue; // there is no job yet
    const job = await answer.json();
    let result;
    try {
      result = { value: (await jobs[job.do](job)) ?? null };
    } catch (error) {
      result = { error: String((error && error.message) || error) };
    }
    await fetch(`/result?name=${name}`, { method: "POST", body: JSON.stringify({ number: job.number, ...result }) });
  }
}
run();
