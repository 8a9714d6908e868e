#ifndef CXMLREADER_H
#define CXMLREADER_H

/* A narrow door to libxml2: UTF-8 goes in by pieces, events with byte offsets come out.
   libxml2's own headers collide with Foundation's ICU module, so Swift sees only this one. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct CXMLReader CXMLReader;
typedef struct CXMLSchema CXMLSchema;

typedef enum {
    CXMLFaultNotWellFormed,
    CXMLFaultNamespace,
    CXMLFaultDoctype,
    CXMLFaultSchema
} CXMLFault;

/* Every function says whether to go on; after a false no more events come.
   Offsets count the UTF-8 bytes that were pushed. Pointers are valid during the call. */
typedef struct {
    void *context;
    /* The number of a name that this reader meets for the first time; negative stops. */
    int32_t (*intern)(void *context, const uint8_t *text, size_t length);
    /* An element begins at its '<'. */
    bool (*start)(void *context, int32_t name, int32_t namespaceName, size_t at);
    /* An attribute of it; start and end enclose its value as written. */
    bool (*attribute)(
        void *context, int32_t name, const uint8_t *value, size_t length, size_t start, size_t end);
    /* A piece of text; start and end enclose it as written. */
    bool (*text)(void *context, const uint8_t *text, size_t length, size_t start, size_t end);
    /* The innermost element ends just before `end`. */
    bool (*end)(void *context, size_t end);
    /* Something is wrong at that offset; all but CXMLFaultSchema end the reading. */
    bool (*fault)(void *context, CXMLFault kind, const char *message, size_t at);
} CXMLEvents;

/* Prepares libxml2 for use by several threads; to be called once before anything else. */
void CXMLPrepare(void);

/* A reader that sends events, validating against the schema where there is one; NULL where memory is short.
   The schema must outlive it. */
CXMLReader *CXMLReaderCreate(const CXMLEvents *events, CXMLSchema *schema);

/* Takes the next piece, which must not cut a character or a tag in two; false when the reading is over. */
bool CXMLReaderPush(CXMLReader *reader, const uint8_t *bytes, size_t length, bool last);

/* How many of the pushed bytes are behind the reader; no later event begins before it. */
size_t CXMLReaderPosition(const CXMLReader *reader);

void CXMLReaderFree(CXMLReader *reader);

/* Compiles a schema file; on failure NULL, and the first message (cut to the size) in `message`. */
CXMLSchema *CXMLSchemaCreate(const char *path, char *message, size_t size);

void CXMLSchemaFree(CXMLSchema *schema);

#endif
