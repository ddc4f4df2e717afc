# Shared by the scripts in tools/: where things are, how they speak, how they lock. Sourced, never run.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
DEPS=$ROOT/.deps
JOBS=$(nproc 2>/dev/null || echo 2)

# One line with the seconds since the script began.
say() { printf '[%4ds] %s\n' "$SECONDS" "$*"; }

# Ends the script: what went wrong, then what to do about it.
die() {
    printf 'error: %s\n' "$1" >&2
    shift
    for hint in "$@"; do printf '  what to do: %s\n' "$hint" >&2; done
    exit 1
}

# Takes a lock for the rest of the script, so that two runs in one tree wait for each other instead of
# spoiling each other's files. Taken once: a second call for the same file would wait for the first one for ever.
declare -A LOCKS=()
lock() {
    [ -z "${LOCKS[$1]:-}" ] || return 0
    LOCKS[$1]=held
    mkdir -p "$(dirname "$1")"
    exec {lock_fd}>"$1"
    if ! flock -n "$lock_fd"; then
        say "waiting for another run that holds ${1#"$ROOT"/}"
        flock "$lock_fd"
    fi
}

# A piece of .deps/ counts as complete only if its mark, written last, holds the expected key and the
# named files are there.   is_ok NAME KEY FILE...
is_ok() {
    local mark=$DEPS/ok/$1 key=$2
    shift 2
    [ -f "$mark" ] && [ "$(<"$mark")" = "$key" ] || return 1
    local file
    for file in "$@"; do [ -e "$file" ] || return 1; done
}
set_ok() { mkdir -p "$DEPS/ok" && printf '%s\n' "$2" >"$DEPS/ok/$1.new" && mv "$DEPS/ok/$1.new" "$DEPS/ok/$1"; }
unset_ok() { rm -f "$DEPS/ok/$1"; }

# Writes standard input to a file, but leaves the file (and its time stamp) alone if nothing changes.
write_if_changed() {
    local text
    text=$(cat)
    [ -f "$1" ] && [ "$(<"$1")" = "$text" ] || printf '%s\n' "$text" >"$1"
}
