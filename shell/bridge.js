// The methods that the program may call: one for each function of src/platform/browser.hpp. They read texts and bytes
// out of the program's memory before they return (the twin's later), and hand the work to the module that it belongs to.
import { takeBlock } from './blocks.js';
import { eraseDrafts, loadDrafts, storeDraft, takeDraftPart } from './drafts.js';
import { chooseFile, saveFile } from './files.js';
import { drawGlyph } from './glyphs.js';
import { holdPlan, letPlanGo, takePlanOver } from './holds.js';
import { bytesAt, connect, numbersAt, put, textAt } from './link.js';
import { requestFrame, wakeAfter } from './loop.js';
import { askBeforeLeaving, chance, eraseSettings, localTime, openLink, setSetting, setTheme, setTitle, setting } from './page.js';
import { refuse } from './rescue.js';
import { giveUpWebgl, showPicture, takeGraphics } from './screen.js';
import { eraseVersions, keepVersion, loadVersions, readVersion } from './versions.js';

export function makeBridge({ field, twin, clipboard }) {
  return {
    connect,
    takeGraphics: () => {
      const graphics = takeGraphics();
      if (graphics === 0) refuse('no_graphics_title', 'no_graphics_text');
      return graphics;
    },
    giveUpWebgl,
    showPicture,
    requestFrame,
    wakeAfter,
    setTitle: (text, size) => setTitle(textAt(text, size)),
    setLanguage: (text, size) => (document.documentElement.lang = textAt(text, size)),
    setDark: (dark) => setTheme(dark !== 0),
    setInterfaceScale: (scale) => twin.setScale(scale),
    askBeforeLeaving: (ask) => askBeforeLeaving(ask !== 0),
    openLink: (text, size) => openLink(textAt(text, size)),
    chooseFile,
    saveFile: (request, name, nameSize, bytes, size, token, overwrites) =>
      saveFile(request, textAt(name, nameSize), bytesAt(bytes, size), token, overwrites !== 0),
    takeDraftPart: (opening, part, text, size) => takeDraftPart(opening, part, bytesAt(text, size)),
    storeDraft: (revision, opening, continues, name, nameSize, title, titleSize, changes, changesSize, parts, count, onlyCopy) =>
      storeDraft({
        revision,
        opening,
        continues,
        name: textAt(name, nameSize),
        title: textAt(title, titleSize),
        changes: textAt(changes, changesSize),
        numbers: numbersAt(parts, count),
        onlyCopy: onlyCopy !== 0,
      }),
    holdPlan: (opening, name, size) => holdPlan(opening, textAt(name, size)),
    takePlanOver,
    letPlanGo,
    eraseDrafts,
    eraseSettings,
    keepVersion: (plan, planSize, name, nameSize, changes, changesSize, bytes, size, downloaded) =>
      keepVersion({
        plan: textAt(plan, planSize),
        name: textAt(name, nameSize),
        changes: textAt(changes, changesSize),
        bytes: bytesAt(bytes, size),
        downloaded: downloaded !== 0,
      }),
    loadVersions: (plan, size) => loadVersions(textAt(plan, size)),
    readVersion: (plan, size, place) => readVersion(textAt(plan, size), place),
    eraseVersions,
    loadDrafts: (open, size) => loadDrafts(textAt(open, size).split(' ').filter(Boolean)),
    setting: (name, size) => setting(textAt(name, size)),
    setSetting: (name, nameSize, value, size) => setSetting(textAt(name, nameSize), textAt(value, size)),
    giveRows: (text, textSize, html, htmlSize, rows, size, asks) =>
      clipboard.give({ text: textAt(text, textSize), html: textAt(html, htmlSize), rows: textAt(rows, size) }, asks !== 0),
    askForRows: () => clipboard.ask(),
    localTime,
    chance,
    showField: (key, left, top, width, height, font, label, labelSize, text, size, hint, hintSize, kind, longest) =>
      field.show({
        key, left, top, width, height, font, kind, longest,
        label: textAt(label, labelSize),
        text: textAt(text, size),
        hint: textAt(hint, hintSize),
      }),
    hideField: () => field.hide(),
    leaveField: () => field.commit(),
    publishTwin: (text, size, changed, focused) => twin.publish(changed ? () => textAt(text, size) : null, focused),
    announce: (text, size, urgent) => twin.announce(textAt(text, size), urgent !== 0),
    pageBlock: (name, size) => {
      const bytes = takeBlock(textAt(name, size));
      if (bytes) put(0, bytes);
      return bytes ? 1 : 0;
    },
    drawGlyph: (character, pixels, weight) => {
      const bytes = drawGlyph(character, pixels, weight);
      if (bytes) put(0, bytes);
      return bytes ? 1 : 0;
    },
  };
}
