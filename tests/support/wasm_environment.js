// Put before the wasm test programs: C's getenv sees the one variable of the machine that the tests read.
/* global ENV */
Module['preRun'] = [
    () => {
        const long = process.env.VEKHA_LONG;
        if (long) ENV.VEKHA_LONG = long;
    },
];
