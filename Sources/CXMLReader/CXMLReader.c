#include "Internal.h"

#include <stdlib.h>
#include <string.h>

void CXMLPrepare(void) { xmlInitParser(); }

size_t CXMLOffset(const CXMLReader *reader, const xmlChar *pointer) {
    const xmlParserInput *input = reader->parser->input;
    return input->consumed + (size_t)(pointer - input->base);
}

bool CXMLIsInInput(const CXMLReader *reader, const xmlChar *pointer) {
    const xmlParserInput *input = reader->parser->input;
    return pointer >= input->base && pointer < input->end;
}

void CXMLStop(CXMLReader *reader) {
    /* Not xmlStopParser: it frees the input, which libxml2 and the schema check still hold pointers into. */
    reader->stopped = true;
    reader->parser->disableSAX = 1;
}

/* libxml2's errors while parsing; those of namespaces do not end its parsing, but they end ours.
   The reader hangs on the parser, since a schema check takes the user data. */
static void onError(void *context, xmlErrorPtr error) {
    (void)context;
    xmlParserCtxtPtr parser = error->ctxt;
    if (parser == NULL || parser->_private == NULL || error->level < XML_ERR_ERROR) return;
    /* A namespace is compared, never fetched; whether its name is a good URI does not matter. */
    if (error->code == XML_WAR_NS_URI) return;
    CXMLReader *reader = parser->_private;
    if (reader->stopped) return;
    CXMLFault kind = error->domain == XML_FROM_NAMESPACE ? CXMLFaultNamespace : CXMLFaultNotWellFormed;
    reader->events.fault(reader->events.context, kind, error->message, CXMLOffset(reader, parser->input->cur));
    CXMLStop(reader);
}

static void onSchemaError(void *context, xmlErrorPtr error) {
    CXMLReader *reader = context;
    if (reader->stopped) return;
    if (!reader->events.fault(reader->events.context, CXMLFaultSchema, error->message, 0)) CXMLStop(reader);
}

static bool addSchema(CXMLReader *reader, CXMLSchema *schema) {
    reader->validation = xmlSchemaNewValidCtxt(schema->compiled);
    if (reader->validation == NULL) return false;
    xmlSchemaSetValidStructuredErrors(reader->validation, onSchemaError, reader);
    reader->plug = xmlSchemaSAXPlug(reader->validation, &reader->parser->sax, &reader->parser->userData);
    if (reader->plug == NULL) return false;
    /* The plug's own table of callbacks has no place for errors, and libxml2 would print them. */
    reader->parser->sax->serror = onError;
    return true;
}

CXMLReader *CXMLReaderCreate(const CXMLEvents *events, CXMLSchema *schema) {
    CXMLReader *reader = calloc(1, sizeof *reader);
    if (reader == NULL) return NULL;
    reader->events = *events;
    xmlSAXHandler callbacks;
    CXMLFillCallbacks(&callbacks);
    callbacks.serror = onError;
    reader->parser = xmlCreatePushParserCtxt(&callbacks, reader, NULL, 0, NULL);
    if (reader->parser == NULL) {
        CXMLReaderFree(reader);
        return NULL;
    }
    reader->parser->_private = reader;
    xmlCtxtUseOptions(reader->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES);
    /* What is pushed is UTF-8 already; nothing is left to detect. */
    reader->parser->charset = XML_CHAR_ENCODING_UTF8;
    if (schema != NULL && !addSchema(reader, schema)) {
        CXMLReaderFree(reader);
        return NULL;
    }
    return reader;
}

bool CXMLReaderPush(CXMLReader *reader, const uint8_t *bytes, size_t length, bool last) {
    if (!reader->stopped) xmlParseChunk(reader->parser, (const char *)bytes, (int)length, last);
    return !reader->stopped && reader->parser->wellFormed;
}

size_t CXMLReaderPosition(const CXMLReader *reader) {
    return reader->parser->input == NULL ? 0 : CXMLOffset(reader, reader->parser->input->cur);
}

void CXMLReaderFree(CXMLReader *reader) {
    if (reader == NULL) return;
    if (reader->plug != NULL) xmlSchemaSAXUnplug(reader->plug);
    if (reader->validation != NULL) xmlSchemaFreeValidCtxt(reader->validation);
    if (reader->parser != NULL) xmlFreeParserCtxt(reader->parser);
    CXMLNamesFree(&reader->names);
    free(reader);
}
