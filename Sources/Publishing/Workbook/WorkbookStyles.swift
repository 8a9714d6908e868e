import CXLSXWriter
import Federation

/// How cells look.
struct WorkbookStyles {
    typealias Style = UnsafeMutablePointer<lxw_format>

    /// Text that a long row of a list keeps on one line.
    let text: Style?
    /// Text that takes the lines it needs.
    let wrapped: Style?
    let heading: Style?
    /// The name of the list on the cover.
    let title: Style?
    /// A reservation on the cover.
    let notice: Style?
    let name: Style?
    let kronor: Style?
    let kronorWithOre: Style?
    let weight: Style?
    let count: Style?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        let make = { (dress: (Style?) -> Void) -> Style? in
            let style = workbook_add_format(workbook)
            format_set_align(style, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            dress(style)
            return style
        }
        text = make { _ in }
        wrapped = make { format_set_text_wrap($0) }
        heading = make { style in
            format_set_bold(style)
            format_set_text_wrap(style)
            format_set_bg_color(style, 0xE6EDF3)
            format_set_bottom(style, UInt8(LXW_BORDER_THIN.rawValue))
        }
        title = make { style in
            format_set_bold(style)
            format_set_font_size(style, 16)
        }
        notice = make { style in
            format_set_bold(style)
            format_set_text_wrap(style)
            format_set_font_color(style, 0x9B1C1C)
        }
        name = make { format_set_bold($0) }
        kronor = make { format_set_num_format($0, "#,##0") }
        kronorWithOre = make { format_set_num_format($0, "#,##0.00") }
        weight = make { format_set_num_format($0, "0.0000") }
        count = make { format_set_num_format($0, "#,##0") }
    }
}
