#ifndef SAMVERKAN_CCURL_H
#define SAMVERKAN_CCURL_H

// libcurl's option and information calls are variadic, and Swift does not import variadic functions.
// Each function here is one of them with its argument's type written out.

#include <curl/curl.h>

static inline CURLcode ccurl_set_number(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ccurl_set_headers(CURL *easy, struct curl_slist *lines) {
    return curl_easy_setopt(easy, CURLOPT_HTTPHEADER, lines);
}

/// Body pieces go to `on_body`, header lines to `on_header`, both with `context` as last argument.
static inline CURLcode ccurl_set_receivers(
    CURL *easy, curl_write_callback on_body, curl_write_callback on_header, void *context) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
    return code;
}

/// `open` makes every socket of the transfer, or refuses to.
static inline CURLcode ccurl_set_open_socket(CURL *easy, curl_opensocket_callback open, void *context) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open);
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, context);
    return code;
}

/// Microseconds or bytes, for the informations of type `curl_off_t`; -1 where libcurl knows none.
static inline long long ccurl_get_count(CURL *easy, CURLINFO information) {
    curl_off_t value = -1;
    return curl_easy_getinfo(easy, information, &value) == CURLE_OK ? (long long)value : -1;
}

/// The informations of type `long`; 0 where libcurl knows none.
static inline long ccurl_get_number(CURL *easy, CURLINFO information) {
    long value = 0;
    return curl_easy_getinfo(easy, information, &value) == CURLE_OK ? value : 0;
}

/// The socket address inside libcurl's own structure, whose storage is longer than `struct sockaddr`.
static inline const struct sockaddr *ccurl_peer(const struct curl_sockaddr *address) {
    return &address->addr;
}

#endif
