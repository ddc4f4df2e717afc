// Changes to a roadmap by chance, of the kinds that happen to real files: members lost, types changed, numbers
// out of range, words that no list has, dates that do not exist, texts at and over their limits, members from
// elsewhere. They know JSON and the look of a date, nothing of the schema or of the reader.

// mulberry32: the same seed gives the same numbers on every machine.
export function makeChance(seed) {
    let state = seed >>> 0;
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return (mixed ^ (mixed >>> 14)) >>> 0;
    };
    return {
        below: (count) => next() % count,
        pick: (list) => list[next() % list.length],
        percent: (share) => next() % 100 < share,
    };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const BAD_DATES = ['2021-02-30', '2021-02-29', '1900-02-29', '2021-13-01', '2021-00-01', '2021-04-31', '2021-4-15', '15.04.2021', '', 'завтра', '2021-04-15T00:00', '20210415', '2021-04-1５'];
const GOOD_DATES = ['2020-02-29', '2000-02-29', '0000-01-01', '9999-12-31', '2021-04-15'];
const NUMBERS = [-1, 0, 1, 0.5, 50.5, 99.999, 100, 100.5, 101, 3660, 3661, 9999, 10000, 36600, 36601, -36600, -36601, 1e9, 1e9 + 1, 1e21, 1e300, -0.001];
const LENGTHS = [0, 1, 199, 200, 201, 999, 1000, 1001, 3999, 4000, 4001, 99999, 100000, 100001];
const TYPES = [null, true, false, 0, 5, 'текст', '', [], {}, [1], ['а'], [{}], { id: 'x' }];

// Every object and list of the file with a way to its members.
function collect(root) {
    const found = { objects: [], lists: [], slots: [], members: [], texts: [] };
    const visit = (value) => {
        if (Array.isArray(value)) {
            found.lists.push(value);
            value.forEach((item, at) => slot(value, at, item));
        } else if (value !== null && typeof value === 'object') {
            found.objects.push(value);
            for (const [name, item] of Object.entries(value)) {
                found.members.push([name, item]);
                slot(value, name, item);
            }
        } else if (typeof value === 'string') {
            found.texts.push(value);
        }
    };
    const slot = (holder, key, value) => {
        found.slots.push({ holder, key, value });
        visit(value);
    };
    visit(root);
    return found;
}

const copy = (value) => JSON.parse(JSON.stringify(value));

function replaceWhere(found, chance, fits, make) {
    const slots = found.slots.filter(({ value }) => fits(value));
    if (slots.length === 0) return false;
    const { holder, key, value } = chance.pick(slots);
    holder[key] = make(value);
    return true;
}

const isNumber = (value) => typeof value === 'number';
const isText = (value) => typeof value === 'string';
const isDate = (value) => isText(value) && DATE.test(value);

export const KINDS = {
    dropMember(found, chance) {
        const object = chance.pick(found.objects.filter((o) => Object.keys(o).length > 0));
        delete object[chance.pick(Object.keys(object))];
        return true;
    },
    changeType: (found, chance) => replaceWhere(found, chance, () => true, () => copy(chance.pick(TYPES))),
    number: (found, chance) => replaceWhere(found, chance, isNumber, () => chance.pick(NUMBERS)),
    word: (found, chance) => replaceWhere(found, chance, (v) => isText(v) && !isDate(v), (v) => chance.pick([v + 'x', v.toUpperCase(), 'late', ''])),
    // A word that is right somewhere is not right everywhere.
    otherWord: (found, chance) => replaceWhere(found, chance, (v) => isText(v) && !isDate(v), () => chance.pick(found.texts)),
    badDate: (found, chance) => replaceWhere(found, chance, isDate, () => chance.pick(BAD_DATES)),
    goodDate: (found, chance) => replaceWhere(found, chance, isDate, () => chance.pick(GOOD_DATES)),
    longText: (found, chance) => replaceWhere(found, chance, isText, () => chance.pick(['x', 'ж', '😀']).repeat(chance.pick(LENGTHS))),
    unknownMember(found, chance) {
        chance.pick(found.objects)[chance.pick(['x', 'будущее', 'Id', 'percent ', 'title2'])] = copy(chance.pick(TYPES));
        return true;
    },
    // A member that stands in one object is put into another one.
    graft(found, chance) {
        const [name, value] = chance.pick(found.members);
        chance.pick(found.objects)[name] = copy(value);
        return true;
    },
    exchange: (found, chance) => replaceWhere(found, chance, () => true, () => copy(chance.pick(found.members)[1])),
    list(found, chance) {
        if (found.lists.length === 0) return false;
        const list = chance.pick(found.lists);
        const at = list.length === 0 ? 0 : chance.below(list.length);
        if (chance.percent(50) && list.length > 0) list.splice(at, 1);
        else list.splice(at, 0, copy(list.length > 0 ? list[at] : chance.pick(TYPES)));
        return true;
    },
};

// One to three changes; says which.
export function mutate(base, seed) {
    const chance = makeChance(seed);
    const plan = copy(base);
    const done = [];
    const count = 1 + chance.below(3);
    while (done.length < count) {
        const kind = chance.pick(Object.keys(KINDS));
        if (KINDS[kind](collect(plan), chance)) done.push(kind);
    }
    return { plan, done };
}

// The plan without each of its members in turn, and with null in its place.
export function withoutEach(base) {
    const changed = [];
    const visit = (value, path) => {
        if (value === null || typeof value !== 'object') return;
        for (const key of Object.keys(value)) {
            const place = [...path, key];
            const holderIn = (plan) => path.reduce((at, step) => at[step], plan);
            if (!Array.isArray(value)) {
                const without = copy(base);
                delete holderIn(without)[key];
                changed.push({ plan: without, name: `without ${place.join('.')}` });
            }
            const withNull = copy(base);
            holderIn(withNull)[key] = null;
            changed.push({ plan: withNull, name: `null for ${place.join('.')}` });
            visit(value[key], place);
        }
    };
    visit(base, []);
    return changed;
}
