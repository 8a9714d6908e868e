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
