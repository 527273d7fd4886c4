#include "core/base/code.h"

#include <string.h>

bool code_is_digits(const char *code)
{
    return *code && code[strspn(code, "0123456789")] == '\0';
}
