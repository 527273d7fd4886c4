/*
 * Archive calls: libarchive, loaded when the first packed file is read (late.h).
 *
 * It brings fifteen libraries along (XML, tables of Unicode, a C++ runtime), which
 * would cost 3 ms of every start, most of which see no packed file.
 */
#ifndef CORE_ARCHIVE_CALLS_H
#define CORE_ARCHIVE_CALLS_H

#include <archive.h>
#include <archive_entry.h>
#include <stdbool.h>

/* Those that we use, without the archive_ that all of them begin with. */
#define ARCHIVE_CALLS(X)                  \
    X(read_new)                           \
    X(read_free)                          \
    X(read_open)                          \
    X(read_data)                          \
    X(read_next_header)                   \
    X(read_support_filter_gzip)           \
    X(read_support_filter_bzip2)          \
    X(read_support_filter_xz)             \
    X(read_support_filter_zstd)           \
    X(read_support_format_raw)            \
    X(read_support_format_tar)            \
    X(read_support_format_zip_streamable) \
    X(format)                             \
    X(filter_code)                        \
    X(set_error)                          \
    X(entry_filetype)                     \
    X(entry_is_encrypted)                 \
    X(entry_pathname)

struct archive_calls {
#define X(name) __typeof__(archive_##name) *name;
    ARCHIVE_CALLS(X)
#undef X
};

/* The library stays with the program until its end. NULL, or the name of what cannot be
 * loaded. */
const char *archive_calls_load(struct archive_calls *calls);

#endif
