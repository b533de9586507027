#ifndef CDIGEST_H
#define CDIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has instructions for SHA-256.
bool cdigest_is_fast(void);

/// Mixes whole blocks of 64 bytes into the eight words of a SHA-256, where the processor is fast.
void cdigest_mix(uint32_t state[8], const uint8_t *bytes, size_t blocks);

#endif
