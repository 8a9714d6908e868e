#include "Internal.h"

#include <string.h>

static bool isBlank(xmlChar character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

static bool isNamespaceDeclaration(const xmlChar *name, size_t length) {
    return (length == 5 && memcmp(name, "xmlns", 5) == 0) || (length > 6 && memcmp(name, "xmlns:", 6) == 0);
}

CXMLTagWalk CXMLTagWalkBegin(const xmlChar *tag, const xmlChar *end) {
    const xmlChar *cursor = tag;
    while (cursor < end && !isBlank(*cursor)) cursor++;
    return (CXMLTagWalk){.cursor = cursor, .end = end, .next = 0};
}

/* libxml2 has already checked the tag, so the walk only has to tell names from values. */
bool CXMLTagWalkTo(CXMLTagWalk *walk, int index, const xmlChar **start, const xmlChar **end) {
    const xmlChar *cursor = walk->cursor;
    while (cursor < walk->end && walk->next <= index) {
        while (cursor < walk->end && isBlank(*cursor)) cursor++;
        const xmlChar *name = cursor;
        while (cursor < walk->end && *cursor != '=' && !isBlank(*cursor)) cursor++;
        size_t nameLength = (size_t)(cursor - name);
        while (cursor < walk->end && *cursor != '"' && *cursor != '\'') cursor++;
        if (cursor == walk->end) return false;
        *start = cursor + 1;
        *end = memchr(*start, *cursor, (size_t)(walk->end - *start));
        if (*end == NULL) return false;
        cursor = *end + 1;
        if (!isNamespaceDeclaration(name, nameLength)) walk->next++;
    }
    walk->cursor = cursor;
    return walk->next == index + 1;
}
