#include "Internal.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    char *text;
    size_t size;
} Message;

static void onError(void *context, xmlErrorPtr error) {
    Message *message = context;
    if (message->size == 0 || message->text[0] != 0 || error->message == NULL) return;
    strncpy(message->text, error->message, message->size - 1);
}

static xmlSchemaPtr compile(xmlDocPtr document, Message *message) {
    xmlSchemaParserCtxtPtr compiler = xmlSchemaNewDocParserCtxt(document);
    if (compiler == NULL) return NULL;
    xmlSchemaSetParserStructuredErrors(compiler, onError, message);
    xmlSchemaPtr compiled = xmlSchemaParse(compiler);
    xmlSchemaFreeParserCtxt(compiler);
    return compiled;
}

CXMLSchema *CXMLSchemaCreate(const char *path, char *text, size_t size) {
    if (size > 0) memset(text, 0, size);
    Message message = {text, size};
    CXMLSchema *schema = calloc(1, sizeof *schema);
    if (schema == NULL) return NULL;
    /* The file is read here: the schema compiler would print that it cannot be opened. */
    xmlSetStructuredErrorFunc(&message, onError);
    schema->document = xmlReadFile(path, NULL, XML_PARSE_NONET);
    if (schema->document != NULL) schema->compiled = compile(schema->document, &message);
    xmlSetStructuredErrorFunc(NULL, NULL);
    if (schema->compiled != NULL) return schema;
    CXMLSchemaFree(schema);
    return NULL;
}

void CXMLSchemaFree(CXMLSchema *schema) {
    if (schema == NULL) return;
    xmlSchemaFree(schema->compiled);
    xmlFreeDoc(schema->document);
    free(schema);
}
