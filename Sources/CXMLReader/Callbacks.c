#include "Internal.h"

#include <string.h>

/* Prefixes in scope; libxml2 walks over all of them for every name. */
static const int namespaceLimit = 64;

/* Where the tag begins that the parser is in: '<' cannot stand inside a start tag. */
static const xmlChar *tagStart(const CXMLReader *reader) {
    const xmlParserInput *input = reader->parser->input;
    const xmlChar *pointer = input->cur;
    while (pointer > input->base && *pointer != '<') pointer--;
    return pointer;
}

static bool sendAttribute(CXMLReader *reader, const xmlChar **attribute, int index, CXMLTagWalk *walk) {
    const CXMLEvents *events = &reader->events;
    const xmlChar *value = attribute[3];
    const xmlChar *start = value;
    const xmlChar *end = attribute[4];
    /* A value with entities or line breaks is a copy; as written it stands in the tag. */
    if (!CXMLIsInInput(reader, value) && !CXMLTagWalkTo(walk, index, &start, &end)) start = end = walk->end;
    int32_t name = CXMLNamesFind(reader, attribute[0]);
    return name >= 0
        && events->attribute(
            events->context, name, value, (size_t)(attribute[4] - value), CXMLOffset(reader, start),
            CXMLOffset(reader, end));
}

static void onStart(
    void *context, const xmlChar *localName, const xmlChar *prefix, const xmlChar *namespaceName, int namespaceCount,
    const xmlChar **namespaces, int attributeCount, int defaultedCount, const xmlChar **attributes) {
    (void)prefix, (void)namespaceCount, (void)namespaces, (void)defaultedCount;
    CXMLReader *reader = context;
    if (reader->stopped) return;
    const xmlChar *tag = tagStart(reader);
    if (reader->parser->nsNr > 2 * namespaceLimit) {
        reader->events.fault(
            reader->events.context, CXMLFaultNamespace, "Too many namespaces in scope", CXMLOffset(reader, tag));
        CXMLStop(reader);
        return;
    }
    reader->cursor = CXMLOffset(reader, reader->parser->input->cur) + 1;
    int32_t name = CXMLNamesFind(reader, localName);
    int32_t space = name < 0 ? name : CXMLNamesFind(reader, namespaceName);
    bool goOn = space >= 0 && reader->events.start(reader->events.context, name, space, CXMLOffset(reader, tag));
    CXMLTagWalk walk = CXMLTagWalkBegin(tag, reader->parser->input->cur);
    for (int index = 0; goOn && index < attributeCount; index++) {
        goOn = sendAttribute(reader, attributes + 5 * index, index, &walk);
    }
    if (!goOn) CXMLStop(reader);
}

static void onEnd(void *context, const xmlChar *localName, const xmlChar *prefix, const xmlChar *namespaceName) {
    (void)localName, (void)prefix, (void)namespaceName;
    CXMLReader *reader = context;
    if (reader->stopped) return;
    reader->cursor = CXMLOffset(reader, reader->parser->input->cur);
    if (!reader->events.end(reader->events.context, reader->cursor)) CXMLStop(reader);
}

static void onText(void *context, const xmlChar *text, int length) {
    CXMLReader *reader = context;
    if (reader->stopped || length <= 0) return;
    size_t start = reader->cursor;
    if (CXMLIsInInput(reader, text)) {
        start = CXMLOffset(reader, text);
        reader->cursor = start + (size_t)length;
    } else {
        /* Text with entities or other than plain letters is a copy; the parser stands behind what it copied. */
        reader->cursor = CXMLOffset(reader, reader->parser->input->cur);
    }
    if (!reader->events.text(reader->events.context, text, (size_t)length, start, reader->cursor)) CXMLStop(reader);
}

static void afterMarkup(CXMLReader *reader) {
    if (!reader->stopped) reader->cursor = CXMLOffset(reader, reader->parser->input->cur);
}

static void onComment(void *context, const xmlChar *text) {
    (void)text;
    afterMarkup(context);
}

static void onInstruction(void *context, const xmlChar *target, const xmlChar *data) {
    (void)target, (void)data;
    afterMarkup(context);
}

/* No feed needs a DOCTYPE, and it is the door to entities. */
static void onDoctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name, (void)external, (void)system;
    CXMLReader *reader = context;
    if (reader->stopped) return;
    const xmlChar *base = reader->parser->input->base;
    const xmlChar *pointer = reader->parser->input->cur;
    while (pointer > base && strncmp((const char *)pointer, "<!DOCTYPE", 9) != 0) pointer--;
    reader->events.fault(reader->events.context, CXMLFaultDoctype, NULL, CXMLOffset(reader, pointer));
    CXMLStop(reader);
}

void CXMLFillCallbacks(xmlSAXHandler *callbacks) {
    memset(callbacks, 0, sizeof *callbacks);
    callbacks->initialized = XML_SAX2_MAGIC;
    callbacks->startElementNs = onStart;
    callbacks->endElementNs = onEnd;
    callbacks->characters = onText;
    callbacks->ignorableWhitespace = onText;
    callbacks->cdataBlock = onText;
    callbacks->comment = onComment;
    callbacks->processingInstruction = onInstruction;
    callbacks->internalSubset = onDoctype;
}
