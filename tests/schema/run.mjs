// The JSON Schema, the samples and the native reader against each other:
//   1. every sample and every file of tests/data/valid fits the schema and opens without a problem;
//   2. the schema names every member in the order in which the file with every member has them;
//   3. plans changed by chance get the same verdict from the schema (by Ajv) and from `vekha check`.
// A schema cannot see ids given twice, references to nothing, circles, or an end before its start; problems of
// these kinds, and these only, are left out of the comparison (format.md, table of problems).
//
//   node tests/schema/run.mjs [--seed N]      --seed: this one seed only, with both verdicts in words
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { KINDS, mutate, withoutEach } from './mutations.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const READER = join(ROOT, 'build', 'native', 'vekha');
const FIRST_SEED = 1;
const SEEDS = process.env.VEKHA_LONG ? 20000 : 1000;
const BEYOND_A_SCHEMA = new Set(['endBeforeStart', 'missingReference', 'repeatedId', 'repeatedReport', 'sectionCycle', 'dependencyCycle', 'sectionTooDeep']);

let passed = 0;
const failures = [];
function test(name, complaints) {
    if (complaints.length === 0) {
        passed += 1;
    } else {
        failures.push(name);
        console.log(`FAILED: ${name}`);
        for (const line of complaints.slice(0, 10)) console.log(`    ${line}`);
    }
}

function finish() {
    console.log(`${passed} passed, ${failures.length} failed, 0 skipped`);
    process.exit(failures.length === 0 ? 0 : 1);
}

const jsonOf = (file) => JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
const plansIn = (folder) => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.vekha.json')).sort().map((name) => join(ROOT, folder, name));

// What the native reader says about files, in their order.
function readAll(files, folder) {
    const list = join(folder, 'files.txt');
    writeFileSync(list, files.join('\n') + '\n');
    let out;
    try {
        out = execFileSync(READER, ['check', '--json', '--files-from', list], { maxBuffer: 1 << 30, encoding: 'utf8' });
    } catch (error) {
        // 1: some file was refused, as it should be.
        if (error.status !== 1) throw error;
        out = error.stdout;
    }
    const answers = out.trimEnd().split('\n').map((line) => JSON.parse(line));
    if (answers.length !== files.length) throw new Error(`${files.length} files, ${answers.length} answers`);
    return answers;
}

// «Fits version 0»: nothing but what a schema cannot see.
function fits(answer) {
    const newer = answer.notices.some(({ code }) => code === 'newerVersion');
    return !newer && answer.problems.every(({ code }) => BEYOND_A_SCHEMA.has(code));
}

function placesOfReader(answer) {
    return answer.problems.slice(0, 3).map((p) => `${p.code} ${p.path}`).join('; ') || answer.verdict;
}

function checkFiles(validate, files, answers) {
    files.forEach((file, at) => {
        const complaints = validate(jsonOf(file)) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`);
        if (answers[at].verdict !== 'opens' || answers[at].problems.length > 0) complaints.push(`the reader: ${placesOfReader(answers[at])}`);
        test(`fits the schema and opens: ${file.slice(ROOT.length + 1)}`, complaints);
    });
}

// ---- 2. every member, in order -------------------------------------------------------------------------------------

// The schemas that describe an object in place, references followed.
function partsOf(schema, root) {
    const parts = [schema];
    if (schema.$ref) parts.push(...partsOf(root.$defs[schema.$ref.split('/').at(-1)], root));
    return parts;
}

function compareMembers(schema, root, value, path, seen, complaints) {
    const parts = partsOf(schema, root);
    if (Array.isArray(value)) {
        const items = parts.find((part) => part.items)?.items;
        if (items) value.forEach((item, at) => compareMembers(items, root, item, `${path}[${at}]`, seen, complaints));
        return;
    }
    if (value === null || typeof value !== 'object') return;
    for (const part of parts.filter(({ properties }) => properties)) {
        const names = Object.keys(part.properties);
        const present = Object.keys(value).filter((name) => names.includes(name));
        const ordered = names.filter((name) => present.includes(name));
        if (present.join() !== ordered.join()) complaints.push(`${path}: ${present} in the file, ${ordered} in the schema`);
        for (const name of present) {
            seen.add(part.properties[name]);
            compareMembers(part.properties[name], root, value[name], `${path}.${name}`, seen, complaints);
        }
    }
}

function allProperties(schema, path, out) {
    if (schema === null || typeof schema !== 'object') return;
    for (const [name, part] of Object.entries(schema.properties ?? {})) {
        if (Object.keys(part).join() !== 'minLength') out.set(part, `${path}.${name}`);
        allProperties(part, `${path}.${name}`, out);
    }
    allProperties(schema.items ?? null, `${path}[]`, out);
    for (const [name, part] of Object.entries(schema.$defs ?? {})) allProperties(part, name, out);
}

function checkMembers(schema) {
    const seen = new Set();
    const complaints = [];
    compareMembers(schema, schema, jsonOf(join(ROOT, 'tests/data/valid/every_member.vekha.json')), '$', seen, complaints);
    test('the schema lists members in the order of the file', complaints);
    const properties = new Map();
    allProperties(schema, '$', properties);
    test('every member of the schema is in the file with every member', [...properties].filter(([part]) => !seen.has(part)).map(([, path]) => path));
}

// ---- 3. the agreement ----------------------------------------------------------------------------------------------

function baseOf(seed, bases) {
    // The file with every member more often: it is small and has everything.
    return seed % 5 < 3 ? bases[0] : bases[1 + (seed % (bases.length - 1))];
}

// `mutants`: plans with a name each. Gives them back with both verdicts.
function judge(validate, mutants, folder) {
    const files = mutants.map(({ plan }, at) => {
        const file = join(folder, `${at}.json`);
        writeFileSync(file, JSON.stringify(plan));
        return file;
    });
    const answers = readAll(files, folder);
    return mutants.map((mutant, at) => {
        const valid = validate(mutant.plan);
        const errors = (valid ? [] : validate.errors).map((e) => `${e.instancePath} ${e.message}`);
        const fit = fits(answers[at]);
        const words = `schema: ${valid ? 'fits' : errors.join('; ')}; reader: ${fit ? 'fits' : placesOfReader(answers[at])}`;
        return { ...mutant, valid, fit, words, verdict: answers[at].verdict };
    });
}

const disagreements = (judged) => judged.filter(({ valid, fit }) => valid !== fit).map(({ name, words }) => `${name}: ${words}`);

function checkChance(validate, bases, folder, seeds) {
    const judged = judge(validate, seeds.map((seed) => {
        const { plan, done } = mutate(baseOf(seed, bases), seed);
        return { plan, done, name: `seed ${seed} (${done.join(', ')})` };
    }), folder);
    const counts = {
        fit: judged.filter(({ fit }) => fit).length,
        unfit: judged.filter(({ fit }) => !fit).length,
        repaired: judged.filter(({ fit, verdict }) => !fit && verdict !== 'refused').length,
        consent: judged.filter(({ verdict }) => verdict === 'opensAfterConsent').length,
    };
    const kinds = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, judged.filter(({ done }) => done.includes(kind)).length]));
    const complaints = disagreements(judged);
    console.log(`seeds ${seeds[0]} to ${seeds.at(-1)}: ${counts.fit} fit, ${counts.unfit} do not (${counts.repaired} of them open with repairs), ${counts.consent} open after consent, ${complaints.length} disagreements`);
    console.log(`changes: ${Object.entries(kinds).map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
    test(`schema and reader agree on ${seeds.length} plans changed by chance`, complaints);
    if (seeds.length === 1) {
        console.log(judged[0].words);
        return;
    }
    const few = Object.entries({ ...counts, ...kinds }).filter(([, count]) => count < seeds.length / 50);
    test('every verdict and every kind of change occurs often enough to mean something', few.map(([name, count]) => `${name}: ${count}`));
}

function checkEachMember(validate, plan, folder) {
    const judged = judge(validate, withoutEach(plan), folder);
    console.log(`${judged.length} plans without one member or with null for it, ${judged.filter(({ fit }) => fit).length} fit`);
    test('schema and reader agree on the file with every member, each left out or null in turn', disagreements(judged));
}

// --------------------------------------------------------------------------------------------------------------------

if (!existsSync(READER)) {
    test('the native command is built (tools/build native)', [`there is no ${READER.slice(ROOT.length + 1)}`]);
    finish();
}
const schema = jsonOf(join(ROOT, 'assets/schema/roadmap.v0.schema.json'));
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
addFormats(ajv, { mode: 'full', formats: ['date'] });
const validate = ajv.compile(schema);
const samples = plansIn('assets/samples');
const files = [...samples, ...plansIn('tests/data/valid')];
const folder = mkdtempSync(join(tmpdir(), 'vekha-schema-'));
try {
    const chosen = process.argv[2] === '--seed' ? [Number(process.argv[3])] : null;
    const bases = [join(ROOT, 'tests/data/valid/every_member.vekha.json'), ...samples].map(jsonOf);
    if (chosen === null) {
        test('there are five samples', samples.length >= 5 ? [] : [`${samples.length}`]);
        checkFiles(validate, files, readAll(files, folder));
        checkMembers(schema);
        checkEachMember(validate, bases[0], folder);
    }
    checkChance(validate, bases, folder, chosen ?? Array.from({ length: SEEDS }, (_, at) => FIRST_SEED + at));
} finally {
    rmSync(folder, { recursive: true, force: true });
}
finish();
