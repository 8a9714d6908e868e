// libxlsxwriter, and what Swift cannot see of it and of the C library.
#include <locale.h>
#include <stdio.h>
#include <xlsxwriter.h>

// The locale whose numbers have a decimal point; to be freed with freelocale. Null where memory is out.
static inline locale_t xlsx_point_locale(void) { return newlocale(LC_ALL_MASK, "C", (locale_t)0); }

// Whether the rows written so far did not all reach the sheet's temporary file: the library itself does not look.
static inline int xlsx_sheet_failed(lxw_worksheet *sheet) {
    FILE *file = sheet->optimize_tmpfile;
    return file != NULL && (fflush(file) != 0 || ferror(file) != 0);
}

// The bytes that closing a workbook takes for a while: the library copies one sheet at a time, and packs it. It looks at
// none of its writes then, so that a full disk would give a sheet cut short.
static inline int64_t xlsx_room_to_close(lxw_workbook *workbook) {
    int64_t all = 0, largest = 0;
    lxw_worksheet *sheet;
    STAILQ_FOREACH(sheet, workbook->worksheets, list_pointers) {
        int64_t length = sheet->optimize_tmpfile != NULL ? ftell(sheet->optimize_tmpfile) : 0;
        all += length;
        largest = length > largest ? length : largest;
    }
    return largest + all / 2 + (1 << 20);
}
