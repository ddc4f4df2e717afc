// The twelve main tasks (product.md, «The work, from end to end»), told by their results. The scenarios of the keyboard
// and of the fingers do the same tasks, each with its own hand, and are judged by the same words.
import assert from 'node:assert/strict';
import { canonical, sample, smallPlan, withProgress } from './plans.mjs';
import { keyOf } from './keys.mjs';
import { chosenState, titleOf } from './steps.mjs';
import { word } from './words.mjs';

export const SLUG = 'sevastopol-2021';
export const plan = sample(SLUG);
export const FOUND = 'мцркп';
export const AS_OF = '31.12.2021';
export const MONTH = { date: '15.09.2021', name: word('ru', 'date.monthOf.9') };
export const BODY = 'Отдел образования';
export const NOTE = 'Приказ № 12';
export const REASON = 'нет денег';
export const selectedRow = async (v) => (await v.all('row')).find(({ selected }) => selected) ?? null;
export const shown = async (v) => (await v.need('filter/shown')).name;
export const isDue = ({ role, description }) => role === 'button' && /^до \d\d\.\d\d\.\d{4}/.test(description ?? '');

export async function sampleIsOpen(v) {
  assert.equal(await titleOf(v), plan.plan.title);
  assert.equal((await v.need('grid')).rowCount, plan.measures.length + plan.sections.length + 1, 'all its rows');
}

export async function ownFileIsOpen(v, title = smallPlan().plan.title) {
  await v.until(async () => (await v.at('plan-title'))?.name === title, `the plan «${title}»`);
}

// One of the five rows is gone to, and the panel beside them tells of it.
export async function foundIsSelected(v) {
  const row = await selectedRow(v);
  assert.match(row?.name ?? '', /МЦРКП/i);
  const measure = plan.measures.find(({ id }) => keyOf(`row/${id}`) === row.key);
  assert.equal((await v.all('heading', measure.title)).length, 1, 'the panel tells of it');
}

export async function onlyLateIsShown(v) {
  assert.equal(await shown(v), word('ru', 'filter.shown', { count: '3', all: String(plan.measures.length) }));
  const late = (await v.all('row')).filter(({ expanded, rowIndex }) => expanded === null && rowIndex > 1);
  assert.equal(late.length, 3);
  for (const { description } of late) assert.match(description, new RegExp(word('ru', 'computedState.late')));
}

export async function bodiesAreTheGroups(v) {
  const grouping = word('ru', 'groupBy.responsible');
  assert.equal((await v.need('group-choice')).name, word('ru', 'roadmap.groupChoice', { grouping }));
  const known = new Set(plan.parties.map(({ name }) => name));
  const headings = (await v.all('row')).filter(({ expanded }) => expanded !== null);
  assert.ok(headings.length > 0 && headings.every(({ name }) => known.has(name)), headings.map(({ name }) => name).join('; '));
}

const MONTHS = Array.from({ length: 12 }, (_, place) => word('ru', `date.monthOf.${place + 1}`));

// The first and the last day in sight, as the head of the time line says them.
export async function daysInSight(v) {
  const { description } = await v.need('column/5');
  return [...description.matchAll(/(\d+) (\S+) (\d{4})/g)].map(([, day, month, year]) => Date.UTC(year, MONTHS.indexOf(month), day) / 86_400_000);
}

export async function monthFillsTheTimeLine(v) {
  const [first, last] = await daysInSight(v);
  const middle = Date.UTC(2021, 8, 15) / 86_400_000;
  assert.ok(first < middle && middle < last, `15 September is in sight: ${first} to ${last}`);
  assert.ok(last - first < 62, `${last - first} days in sight`);
}

export async function asOfIsSet(v, before) {
  assert.equal((await v.need('topbar/as-of')).name, word('ru', 'topbar.asOf', { date: AS_OF }));
  const late = (text) => Number(new RegExp(`${word('ru', 'computedState.late')}: (\\d+)`).exec(text)?.[1] ?? 0);
  assert.ok(late((await v.need('legend')).name) > late(before), 'later, more is late');
}

export const legend = async (v) => (await v.need('legend')).name;

export async function isInState(v, name) {
  assert.equal(await chosenState(v), word('ru', `storedState.${name}`));
}

// The plan after tasks 8 and 9: one measure done, one moved with its reason, one half way with a note.
export const worked = () => {
  let after = withProgress(smallPlan(), 'm-1', { state: 'done', percent: 100 });
  after = withProgress(after, 'm-2', { state: 'moved', reason: REASON });
  return withProgress(after, 'm-3', { state: 'inProgress', percent: 40, note: NOTE });
};

// A measure that is done has the day on which that was said, the page's own.
export function savedIs(bytes, expected) {
  const saved = JSON.parse(bytes.toString('utf8'));
  for (const measure of saved.measures) delete measure.doneDate;
  for (const measure of expected.measures) delete measure.doneDate;
  assert.equal(canonical(saved), canonical(expected));
}

// A plan whose measures have a body that is responsible, one of them due within days.
export function withBodies() {
  const own = smallPlan({ id: 'bodies', title: 'План отдела' });
  const { format, version, minReader, plan: head, sections, measures } = own;
  const responsible = (measure) => {
    const { id, number, section, title, period, ...others } = measure;
    return { id, number, section, title, period, responsible: ['p-1'], ...others };
  };
  return { format, version, minReader, plan: head, parties: [{ id: 'p-1', name: BODY, kind: 'body' }], sections, measures: measures.map(responsible) };
}

export async function agendaLedToItsRow(v, entry) {
  const row = await selectedRow(v);
  assert.ok(row && (entry.name.includes(row.name) || row.name.includes(entry.name)), `${entry.name}: ${row?.name}`);
}
