// Reads pages with Readability under one of two DOMs, on one thread, and writes how long each took as one line of JSON.
//
//   node compare.mjs linkedom|jsdom SECONDS < the pages' files, one a line
//
// Only making the DOM and Readability's reading of it are timed; reading, unpacking and decoding the file are not. Whole
// rounds are made until the time is over, after a warm-up of a third of it. A page that fails has the reason instead of a
// time. Between two pages the event loop turns once, untimed, so that what a DOM does later or keeps weakly is let go of.

import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';

const doms = {
  async linkedom() {
    const { parseHTML } = await import('linkedom');
    return { open: html => parseHTML(html).document, close() {} };
  },

  async jsdom() {
    const { JSDOM, VirtualConsole } = await import('jsdom');
    const silent = new VirtualConsole();
    return {
      open: html => new JSDOM(html, { url: 'https://example.org/review', virtualConsole: silent }).window.document,
      close: document => document.defaultView.close(),
    };
  },
};

// What the packages say of single pages.
console.log = console.warn = console.error = () => {};

const [name, seconds] = process.argv.slice(2);
const files = readFileSync(0, 'utf8').split('\n').filter(Boolean);
const dom = await doms[name]();

function load(file) {
  const bytes = readFileSync(file);
  const page = file.toLowerCase().endsWith('.gz') ? gunzipSync(bytes) : bytes;
  return { bytes: page.length, html: page.toString('utf8') };
}

function read(html) {
  let document;
  try {
    const began = performance.now();
    document = dom.open(html);
    const article = new Readability(document).parse();
    return { milliseconds: performance.now() - began, found: article !== null, failure: null };
  } catch (reason) {
    return { milliseconds: 0, found: false, failure: String(reason?.message ?? reason).split('\n')[0] };
  } finally {
    if (document) {
      dom.close(document);
    }
  }
}

const limit = seconds * 1000;
const warmUpEnds = performance.now() + limit / 3;
for (let i = 0; performance.now() < warmUpEnds; i = (i + 1) % files.length) {
  read(load(files[i]).html);
  await setImmediate();
}

const pages = files.map(file => ({ file, bytes: 0, milliseconds: 0, found: false, failure: null }));
const started = performance.now();
let rounds = 0;
do {
  for (const page of pages) {
    const { bytes, html } = load(page.file);
    const { milliseconds, found, failure } = read(html);
    page.bytes = bytes;
    page.milliseconds += milliseconds;
    page.found = found;
    page.failure ??= failure;
    await setImmediate();
  }

  rounds++;
} while (performance.now() - started < limit);

for (const page of pages) {
  page.milliseconds /= rounds;
}

process.stdout.write(JSON.stringify({ pages, peakBytes: process.resourceUsage().maxRSS * 1024 }));
