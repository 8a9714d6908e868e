import CCurl
import Glibc

extension FeedFailure {
    /// What an error code of libcurl means to us; `isConnected` tells a request that was sent from one that never was.
    init(curl code: CURLcode, isConnected: Bool, systemError: Int32, status: Int?) {
        let reason: Reason =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST: .nameNotFound
            case CURLE_COULDNT_CONNECT: systemError == ECONNREFUSED ? .connectRefused : .connectFailed
            case CURLE_OPERATION_TIMEDOUT: isConnected ? .totalTimeout : .connectTimeout
            case CURLE_GOT_NOTHING: .connectionClosed
            case CURLE_SEND_ERROR, CURLE_RECV_ERROR: .connectionBroken
            case CURLE_PARTIAL_FILE: .bodyCutShort
            case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_CONTENT_ENCODING: .answerMalformed
            // libcurl's own limit for one header line speaks of memory.
            case CURLE_OUT_OF_MEMORY: .headerTooLarge
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM,
                CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
                .tlsFailed
            default: .transferFailed
            }
        self.init(reason, String(cString: curl_easy_strerror(code)), status: status)
    }
}
