// The digests of the system's libcrypto. The short functions keep their state in a plain structure, without the search for a
// provider and the allocations of the longer ones, which OpenSSL 3 recommends in their place: a journal takes two digests an event.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/sha.h>
