#include "CJSONReader.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

namespace {

// RapidJSON's idea of a stream: a zero byte is its end.
class PieceStream {
public:
    typedef char Ch;

    explicit PieceStream(const CJSONEvents &events) : events(events) { refill(); }

    Ch Peek() const { return cursor == end ? '\0' : static_cast<Ch>(*cursor); }

    Ch Take() {
        if (cursor == end) return '\0';
        Ch character = static_cast<Ch>(*cursor++);
        if (cursor == end) refill();
        return character;
    }

    size_t Tell() const { return before + static_cast<size_t>(cursor - begin); }

    // A zero byte inside the document looks like the end to RapidJSON; this tells the two apart.
    bool isAtEnd() const { return cursor == end; }

    // For reading in place, which is not done here.
    Ch *PutBegin() { return nullptr; }
    void Put(Ch) {}
    void Flush() {}
    size_t PutEnd(Ch *) { return 0; }

private:
    void refill() {
        before += static_cast<size_t>(end - begin);
        size_t length = 0;
        begin = events.refill(events.context, &length);
        cursor = begin;
        end = begin + length;
    }

    const CJSONEvents &events;
    const uint8_t *begin = nullptr;
    const uint8_t *cursor = nullptr;
    const uint8_t *end = nullptr;
    size_t before = 0;
};

class Handler {
public:
    Handler(const CJSONEvents &events, const PieceStream &stream) : events(events), stream(stream) {}

    bool Null() { return literal(CJSONNull, "null", 4); }
    bool Bool(bool value) { return value ? literal(CJSONTrue, "true", 4) : literal(CJSONFalse, "false", 5); }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool) { return scalar(CJSONNumber, text, length); }
    bool String(const char *text, rapidjson::SizeType length, bool) { return scalar(CJSONString, text, length); }
    bool Key(const char *text, rapidjson::SizeType length, bool) {
        return events.key(events.context, bytes(text), length, stream.Tell());
    }
    bool StartObject() { return events.open(events.context, true); }
    bool StartArray() { return events.open(events.context, false); }
    bool EndObject(rapidjson::SizeType) { return events.close(events.context, true); }
    bool EndArray(rapidjson::SizeType) { return events.close(events.context, false); }

    // RapidJSON wants these too, but with numbers as strings it never calls them.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }

private:
    static const uint8_t *bytes(const char *text) { return reinterpret_cast<const uint8_t *>(text); }
    bool literal(CJSONScalar kind, const char *text, size_t length) { return scalar(kind, text, length); }
    bool scalar(CJSONScalar kind, const char *text, size_t length) {
        return events.scalar(events.context, kind, bytes(text), length, stream.Tell());
    }

    const CJSONEvents &events;
    const PieceStream &stream;
};

}  // namespace

CJSONResult CJSONRead(const CJSONEvents *events) {
    PieceStream stream(*events);
    Handler handler(*events, stream);
    rapidjson::Reader reader;
    const unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
    rapidjson::ParseResult result = reader.Parse<flags>(stream, handler);
    if (result.IsError()) return {false, rapidjson::GetParseError_En(result.Code()), result.Offset()};
    if (!stream.isAtEnd()) return {false, "A zero byte outside a string.", stream.Tell()};
    return {true, nullptr, stream.Tell()};
}
