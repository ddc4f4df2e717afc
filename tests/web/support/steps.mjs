// What a person does in several scenarios: opening a sample, choosing a row, changing a measure, saving.
import { SAMPLES } from './plans.mjs';
import { word } from './words.mjs';

export const button = (v, key, language = 'ru') => v.the('button', word(language, key));
// The tab of an open plan; the title above the time line is a button of that name, too.
export const tabOf = async (v, title) => (await v.all('button', title)).find(({ pressed }) => pressed !== null);
export const titleOf = async (v) => (await v.need('plan-title')).name;
export const savedState = async (v) => (await v.need('save-state')).name;
// Of a plan that another tab has; work of that tab is offered then.
export async function takeOver(v) {
  await v.until(async () => (await v.at('message/offer')) !== null, 'the words about the other tab');
  await v.press('message/offer');
  await v.until(async () => (await v.at('dialog/cancel')) !== null, 'the work of the other tab');
}
export const saveByDownload = (v) => v.downloadOf(() => v.keys('Control+s'));
export const chosenState = async (v) => (await v.all('radio')).find((radio) => radio.pressed)?.name;
export const isAvailable = async (v, command) => !(await button(v, `command.${command}`)).disabled;

// Presses the card of a sample; on a low page the wheel brings it into sight first.
export async function openSample(v, slug, language = 'ru') {
  const { words } = SAMPLES.find((each) => each.slug === slug);
  const { width, height } = v.page.viewportSize();
  const card = () => button(v, words, language);
  for (let turns = 0; turns < 20 && (await card()).rect.height < 24; ++turns) {
    await v.wheel({ x: width / 2, y: height / 2 }, { dy: 60 });
  }
  await v.press(await card());
  await v.need('grid');
}

// Through the start screen's own button.
export const chooseFile = (v, path) => v.choose(path, async () => v.press(await button(v, 'command.openFile')));

export async function showInspector(v, language = 'ru') {
  if (!(await v.at('inspector'))) await v.press(await button(v, 'command.toggleInspector', language));
}

export async function hideInspector(v, language = 'ru') {
  if (await v.at('inspector')) await v.press(await button(v, 'command.toggleInspector', language));
}

// Brings the row of a measure into sight and selects it, with the inspector open.
export async function select(v, id) {
  if (!(await v.at(`cell/1/${id}`))) await v.keys('Home');
  for (let pages = 0; pages < 50 && !(await v.at(`cell/1/${id}`)); ++pages) await v.keys('PageDown');
  await v.press(`cell/1/${id}`);
  await showInspector(v);
}

export async function editNote(v, id, text) {
  await select(v, id);
  await v.press('inspector/note');
  await v.keys('Control+a');
  await v.type(text, 'Control+Enter');
}

export async function setState(v, id, name) {
  await select(v, id);
  await v.press(await v.the('radio', word('ru', `storedState.${name}`)));
}
