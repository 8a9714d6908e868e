import ArgumentParser
import Federation
import Foundation
import Storage
import Synchronization

/// Words for what is wrong with a file of ours or of the person's, or was written in it meanwhile: which file, what, and
/// what to do.
struct FileTrouble {
    let swedish: String
    let english: String
    let code: ExitCode

    /// The database that is open, since SQLite's errors do not say which file they are about.
    static let database = Mutex<String>("samverkan.sqlite")

    /// The trouble behind an error; nil where no file is to blame.
    init?(_ error: any Error) {
        if let trouble = StoreTrouble(error) {
            self.init(trouble, "\(error)")
        } else if let error = error as? StoreError {
            self.init(error)
        } else if let fault = SystemFault(error) {
            self.init(fault)
        } else {
            return nil
        }
    }

    private init(_ swedish: String, _ english: String, _ code: ExitCode) {
        self.swedish = swedish
        self.english = english
        self.code = code
    }

    private init(_ trouble: StoreTrouble, _ detail: String) {
        let path = FileTrouble.database.withLock { $0 }
        switch trouble {
        case .corrupt:
            self.init(
                "Databasen \(path) är skadad, eller är ingen databas. Lägg tillbaka den ur en säkerhetskopia, eller ange "
                    + "en annan datamapp med --data. (\(detail))",
                "The database \(path) is broken, or is no database. Put it back from a backup, or give another data "
                    + "folder with --data. (\(detail))", Failure.internalFault)
        case .full:
            self.init(
                "Disken är full: databasen \(path) får inte plats. Ge den mer utrymme och kör om. (\(detail))",
                "The disk is full: the database \(path) has no room. Give it more and run again. (\(detail))",
                Failure.internalFault)
        case .forbidden:
            self.init(
                "Databasen \(path) får inte öppnas eller skrivas. Ange en datamapp som du får skriva i med --data. "
                    + "(\(detail))",
                "The database \(path) may not be opened or written. Give a data folder that you may write in with "
                    + "--data. (\(detail))", Failure.usage)
        case .disk:
            self.init(
                "Disken kan inte läsa eller skriva databasen \(path); den kan vara full eller trasig. (\(detail))",
                "The disk cannot read or write the database \(path); it may be full or broken. (\(detail))",
                Failure.internalFault)
        case .busy:
            self.init(
                "Databasen \(path) används av ett annat program, som inte släpper den. Vänta och kör om. (\(detail))",
                "The database \(path) is in use by another program, which does not let go. Wait and run again. "
                    + "(\(detail))", Failure.internalFault)
        }
    }

    private init(_ error: StoreError) {
        switch error {
        case .overtaken(let year):
            self.init(
                "Någon annan hann före: läget för \(year) har ändrats. Se samverkan status och försök igen.",
                "Somebody else was first: where \(year) stands has changed. See samverkan status and try again.",
                Failure.usage)
        case .keysOvertaken:
            self.init(
                "Någon annan hann före: nycklarna har ändrats. Se samverkan keys list och försök igen.",
                "Somebody else was first: the keys have changed. See samverkan keys list and try again.",
                Failure.usage)
        case .notDurable, .unreadable, .noSuchVersion: self.init(unknown: error)
        }
    }

    private init(unknown error: StoreError) {
        let path = FileTrouble.database.withLock { $0 }
        self.init(
            "Databasen \(path) innehåller något som det här programmet inte skriver, eller går inte att lita på. Den kan "
                + "vara skadad, eller skriven av ett nyare program. (\(error))",
            "The database \(path) holds something that this program does not write, or cannot be relied on. It may be "
                + "broken, or written by a newer program. (\(error))", Failure.internalFault)
    }

    private init(_ fault: SystemFault) {
        if fault.isFull {
            self.init(
                "Disken är full: \(fault.path) får inte plats (\(fault.reason)). Ge mer utrymme och kör om.",
                "The disk is full: there is no room for \(fault.path) (\(fault.reason)). Give it more and run again.",
                Failure.internalFault)
        } else if fault.isWrongPath {
            self.init(
                "\(fault.path) kan inte användas: \(fault.reason). Ange en annan sökväg, eller be om rätt till den.",
                "\(fault.path) cannot be used: \(fault.reason). Give another path, or ask for the right to it.",
                Failure.usage)
        } else {
            self.init(
                "\(fault.path) kan inte läsas eller skrivas: \(fault.reason). Se över disken och kör om.",
                "\(fault.path) cannot be read or written: \(fault.reason). Look after the disk and run again.",
                Failure.internalFault)
        }
    }
}
