#ifndef CJSONREADER_H
#define CJSONREADER_H

/* A narrow door to RapidJSON: it asks for UTF-8 by pieces and sends events; strict RFC 8259, numbers as text. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    CJSONString,
    CJSONNumber,
    CJSONTrue,
    CJSONFalse,
    CJSONNull
} CJSONScalar;

/* Every function but `refill` says whether to go on; after a false no more events come.
   Offsets count the bytes that were handed out. Pointers are valid during the call. */
typedef struct {
    void *context;
    /* The next piece, valid until the one after it is asked for; its length is 0 at the end. */
    const uint8_t *(*refill)(void *context, size_t *length);
    bool (*key)(void *context, const uint8_t *text, size_t length, size_t end);
    bool (*scalar)(void *context, CJSONScalar kind, const uint8_t *text, size_t length, size_t end);
    bool (*open)(void *context, bool isObject);
    bool (*close)(void *context, bool isObject);
} CJSONEvents;

typedef struct {
    bool isComplete;
    /* What is wrong, where it is not complete; a constant. */
    const char *message;
    /* Where it is wrong. */
    size_t offset;
} CJSONResult;

/* Reads one document to the end of the pieces. */
CJSONResult CJSONRead(const CJSONEvents *events);

#ifdef __cplusplus
}
#endif

#endif
