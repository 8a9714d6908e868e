#ifndef CXMLREADER_INTERNAL_H
#define CXMLREADER_INTERNAL_H

#include "CXMLReader.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

/* The numbers of names by their pointers in the parser's dictionary, which holds each name once. */
typedef struct {
    const xmlChar **keys;
    int32_t *numbers;
    size_t capacity;
    size_t count;
} CXMLNames;

struct CXMLSchema {
    xmlSchemaPtr compiled;
    /* The compiled schema points into its document. */
    xmlDocPtr document;
};

struct CXMLReader {
    CXMLEvents events;
    xmlParserCtxtPtr parser;
    xmlSchemaValidCtxtPtr validation;
    xmlSchemaSAXPlugPtr plug;
    CXMLNames names;
    /* Just after the markup or the piece of text that came last. */
    size_t cursor;
    bool stopped;
};

/* The offset of a pointer into the parser's input. */
size_t CXMLOffset(const CXMLReader *reader, const xmlChar *pointer);
/* Whether it points into the parser's input and not to a copy. */
bool CXMLIsInInput(const CXMLReader *reader, const xmlChar *pointer);
/* No more events. */
void CXMLStop(CXMLReader *reader);

void CXMLFillCallbacks(xmlSAXHandler *callbacks);

/* The number of a dictionary name, asking `intern` the first time; negative stops. NULL is the name "". */
int32_t CXMLNamesFind(CXMLReader *reader, const xmlChar *name);
void CXMLNamesFree(CXMLNames *names);

/* A walk over the attributes of a start tag as written. */
typedef struct {
    const xmlChar *cursor;
    const xmlChar *end;
    /* The index of the attribute that comes next. */
    int next;
} CXMLTagWalk;

CXMLTagWalk CXMLTagWalkBegin(const xmlChar *tag, const xmlChar *end);
/* Walks on to the attribute of that index and finds its value; namespace declarations are not counted. */
bool CXMLTagWalkTo(CXMLTagWalk *walk, int index, const xmlChar **start, const xmlChar **end);

#endif
