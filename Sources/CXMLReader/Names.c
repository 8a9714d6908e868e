#include "Internal.h"

#include <stdlib.h>

static size_t slotOf(const CXMLNames *names, const xmlChar *name) {
    /* Dictionary strings lie apart by a few bytes; the multiplication spreads them. */
    size_t slot = (size_t)(((uintptr_t)name * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & (names->capacity - 1);
    while (names->keys[slot] != NULL && names->keys[slot] != name) slot = (slot + 1) & (names->capacity - 1);
    return slot;
}

static bool grow(CXMLNames *names) {
    CXMLNames bigger = {.capacity = names->capacity == 0 ? 256 : names->capacity * 2, .count = names->count};
    bigger.keys = calloc(bigger.capacity, sizeof *bigger.keys);
    bigger.numbers = calloc(bigger.capacity, sizeof *bigger.numbers);
    if (bigger.keys == NULL || bigger.numbers == NULL) {
        CXMLNamesFree(&bigger);
        return false;
    }
    for (size_t old = 0; old < names->capacity; old++) {
        if (names->keys[old] == NULL) continue;
        size_t slot = slotOf(&bigger, names->keys[old]);
        bigger.keys[slot] = names->keys[old];
        bigger.numbers[slot] = names->numbers[old];
    }
    CXMLNamesFree(names);
    *names = bigger;
    return true;
}

int32_t CXMLNamesFind(CXMLReader *reader, const xmlChar *name) {
    CXMLNames *names = &reader->names;
    if (name == NULL) return 0;
    if (names->count * 2 >= names->capacity && !grow(names)) return -1;
    size_t slot = slotOf(names, name);
    if (names->keys[slot] == NULL) {
        int32_t number = reader->events.intern(reader->events.context, name, (size_t)xmlStrlen(name));
        if (number < 0) return number;
        names->keys[slot] = name;
        names->numbers[slot] = number;
        names->count++;
    }
    return names->numbers[slot];
}

void CXMLNamesFree(CXMLNames *names) {
    free(names->keys);
    free(names->numbers);
    *names = (CXMLNames){0};
}
