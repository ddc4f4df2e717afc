// Runs clang-tidy-19 over src and tests (all files, in parallel), or over the named files only.
//
//   node tools/tidy.mjs [FILE...]
//
// A file that passed is not looked at again until something it depends on changes: the mark in .cache/tidy/ is named by a
// hash of the file, every header of ours that it includes, its compile command, .clang-tidy and the tool's version.
// Sources that only Emscripten can compile (the browser half of src/platform, src/main.cpp) are read with its flags.
// The last line is «N passed, N failed, N skipped».
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const cache = '.cache/tidy';
const database = 'build/tidy';
const program = 'clang-tidy-19';

function configure(preset) {
  if (existsSync(`build/${preset}/build.ninja`) && statSync(`build/${preset}/build.ninja`).mtimeMs > statSync('CMakePresets.json').mtimeMs) {
    // Lets CMake look for files that came or went since; nothing is compiled.
    execFileSync('ninja', ['-C', `build/${preset}`, 'build.ninja'], { stdio: 'pipe' });
    return;
  }
  execFileSync('cmake', ['--preset', preset], { stdio: 'pipe' });
}

function commands(preset) {
  const list = JSON.parse(readFileSync(`build/${preset}/compile_commands.json`, 'utf8'));
  return list.filter(({ file }) => /^(src|tests)\//.test(relative(root, file)));
}

// em++ adds its target and system folders by itself; clang-tidy has to be told.
function forEmscripten(entry) {
  const compiler = entry.command.split(' ')[0];
  const flags = execFileSync(compiler, ['--cflags'], { encoding: 'utf8' }).trim();
  return { ...entry, command: entry.command.replace(compiler, `clang++-19 ${flags}`).replace(/ -s[A-Z_]+=\S+/g, '') };
}

function compileDatabase() {
  configure('lint');
  configure('web-test');
  const entries = new Map();
  for (const entry of commands('lint')) entries.set(resolve(entry.file), entry);
  for (const entry of commands('web-test')) {
    if (!entries.has(resolve(entry.file))) entries.set(resolve(entry.file), forEmscripten(entry));
  }
  mkdirSync(database, { recursive: true });
  writeFileSync(`${database}/compile_commands.json`, JSON.stringify([...entries.values()], null, 1));
  return entries;
}

const texts = new Map();
function text(path) {
  if (!texts.has(path)) texts.set(path, existsSync(path) ? readFileSync(path, 'utf8') : null);
  return texts.get(path);
}

// The file and every header of ours that it reaches.
function closure(file) {
  const found = new Set();
  const open = [relative(root, file)];
  while (open.length) {
    const path = open.pop();
    if (found.has(path)) continue;
    found.add(path);
    for (const [, name] of text(path).matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)) {
      const candidates = [join(dirname(path), name), join('src', name), name];
      const hit = candidates.find((candidate) => text(candidate) !== null);
      if (hit) open.push(hit);
    }
  }
  return [...found].sort();
}

const settings = ['.clang-tidy', 'tests/.clang-tidy'].map((path) => readFileSync(path, 'utf8')).join('');
const common = execFileSync(program, ['--version'], { encoding: 'utf8' }) + settings;
function key(entry) {
  const hash = createHash('sha256').update(common).update(entry.command.replaceAll(root, ''));
  for (const path of closure(resolve(entry.file))) hash.update(`\0${path}\0${text(path)}`);
  return hash.digest('hex');
}

function tidy(file) {
  return new Promise((done) => {
    execFile(program, ['--quiet', '-p', database, file], { maxBuffer: 1 << 26 }, (error, stdout) => {
      done({ ok: !error, output: stdout });
    });
  });
}

const entries = compileDatabase();
const wanted = process.argv.slice(2).map((file) => resolve(file));
for (const file of wanted) {
  if (!entries.has(file)) console.log(`not compiled by any build, so not looked at: ${relative(root, file)}`);
}
const all = [...entries.values()].filter((entry) => !wanted.length || wanted.includes(resolve(entry.file)));
mkdirSync(cache, { recursive: true });
const queue = [];
let passed = 0;
for (const entry of all) {
  const mark = join(cache, key(entry));
  if (existsSync(mark)) passed += 1;
  else queue.push({ file: relative(root, entry.file), mark });
}
// Large files first, so that no single one is left to the end.
queue.sort((a, b) => statSync(b.file).size - statSync(a.file).size);
console.log(`${all.length} files, ${queue.length} to look at`);

let failed = 0;
async function worker() {
  for (let job = queue.shift(); job; job = queue.shift()) {
    const { ok, output } = await tidy(job.file);
    if (ok) {
      writeFileSync(job.mark, '');
      passed += 1;
    } else {
      failed += 1;
      console.log(`${job.file}:\n${output.replaceAll(`${root}/`, '').trim()}`);
    }
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, worker));
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed ? 1 : 0);
