// Made plans for the bench: the same N and seed give the same bytes. Sections of 25 measures, three years, titles of 60 to
// 200 characters out of the words of the samples' titles, compact JSON of at most 520 bytes a measure.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from '../tests/web/support/random.mjs';

export const SEED = 20260901;
const SECTION = 25;
const [SHORTEST, LONGEST] = [60, 200];
const BYTES_OF_MEASURE = 520;
const FIRST_DAY = Date.UTC(2021, 0, 1);
const DAYS = 3 * 365;
const DAY_MS = 86_400_000;

function vocabulary(root) {
  const folder = join(root, 'assets/samples');
  const plans = readdirSync(folder).sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const words = plans.flatMap(({ measures }) => measures.flatMap(({ title }) => title.split(/\s+/)));
  return [...new Set(words)].filter((word) => /^\p{L}{3,}$/u.test(word));
}

const iso = (day) => new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);

export function benchPlan(root, count, seed = SEED) {
  const { below, pick } = chance(seed);
  const words = vocabulary(root);
  const title = () => {
    const length = SHORTEST + below(LONGEST - SHORTEST - 20);
    let text = pick(words);
    while (text.length < length) text += ` ${pick(words)}`;
    return text.slice(0, LONGEST);
  };
  const parties = Array.from({ length: 12 }, (_, place) => ({ id: `p-${place}`, kind: 'body', name: title().slice(0, SHORTEST) }));
  const sections = Array.from({ length: Math.ceil(count / SECTION) }, (_, place) => ({ id: `s-${place}`, number: String(place + 1), title: title() }));
  const states = ['notStarted', 'inProgress', 'done'];
  const measures = Array.from({ length: count }, (_, place) => {
    const from = below(DAYS - 90);
    const to = from + 1 + below(89);
    const state = pick(states);
    return {
      id: `m-${place}`,
      number: `${Math.floor(place / SECTION) + 1}.${(place % SECTION) + 1}`,
      section: `s-${Math.floor(place / SECTION)}`,
      title: title(),
      period: { text: `${iso(from)} – ${iso(to)}`, kind: 'range', spans: [{ from: iso(from), to: iso(to) }], precision: 'day' },
      responsible: [pick(parties).id],
      state,
      ...(state === 'inProgress' && { percent: below(100) }),
      ...(state === 'done' && { doneDate: iso(to) }),
    };
  });
  const plan = { id: `bench-${count}`, title: title().slice(0, SHORTEST), language: 'ru', level: 'region', from: iso(0), to: iso(DAYS - 1), asOf: iso(540) };
  const bytes = Buffer.from(JSON.stringify({ format: 'vekha.roadmap', version: 0, minReader: 0, plan, parties, sections, measures }));
  if (bytes.length > BYTES_OF_MEASURE * count + 20_000) throw new Error(`${Math.round(bytes.length / count)} bytes a measure`);
  return bytes;
}
