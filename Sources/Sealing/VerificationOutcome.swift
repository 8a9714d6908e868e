package import Federation

/// One thing that a verification found (utfall): something broken, or what a person should know besides.
package enum VerificationOutcome: Hashable, Sendable {
    // What is whole.
    /// Every file of the edition is the one that was signed; how many, and the ids of the keys.
    case whole(manifest: String, files: Int, keys: [String])
    /// The key given proves who signed.
    case proved(manifest: String, key: String)
    /// The key given signed neither this manifest nor one that leads to it.
    case notProved(manifest: String, key: String)
    /// The key given leads only as far as the key that was given up, without its signature, before this manifest.
    case notProvedSinceGivenUp(manifest: String, key: String, GivenUpKey)
    /// The manifest says that a key before was given up without its signature; the ids of the keys that it goes on with.
    case keyGivenUp(manifest: String, GivenUpKey, new: [String])
    /// The edition was published without PDF; the manifest says so.
    case withoutPDF(manifest: String)
    /// The chain goes on before the first manifest given, which was not examined.
    case chainBeginsEarlier(manifest: String, position: Int)
    /// These files of a committee pack are signed by nobody.
    case notSigned(files: [String])

    // What is missing.
    /// A manifest, or another of the files, names a file that is not among those given.
    case missing(file: String, namedBy: String)
    /// Manifests between these two places of the chain are not among the files.
    case gap(after: Int, before: Int)

    // What is broken.
    /// None of the files is a manifest.
    case noManifest
    /// The file is absent or cannot be read.
    case unreadable(file: String)
    /// Two files of other bytes have the same name.
    case nameTwice(file: String)
    /// The file is no manifest, or the signatures beside it are none.
    case notReadable(file: String, ManifestFault)
    /// The manifest's name is another edition's.
    case misnamed(file: String, expected: String)
    /// The manifest has no file of signatures beside it.
    case signaturesMissing(file: String)
    /// The signature of this key is not over these bytes.
    case signatureWrong(manifest: String, key: String)
    /// The file is not the one that was signed.
    case changed(file: String, length: Int, expectedLength: Int)
    /// No manifest names the file.
    case notNamed(file: String)
    /// The sums have a line that is none.
    case sumsUnreadable(file: String)
    /// The file and its line in the sums do not agree.
    case sumWrong(file: String)
    /// The sums have a line of a file that neither is there nor is named by a manifest.
    case sumOfNothing(file: String)
    /// The sums have no line of a file that they always have.
    case sumAbsent(file: String)
    /// Two manifests stand at the same place of the chain.
    case fork(position: Int, manifests: [String])
    /// The manifest follows another one than that before it.
    case chainBroken(manifest: String, previous: String)
    /// The key changed, and the one before did not sign the change.
    case keyChangedAlone(manifest: String, old: String, new: String)
    /// A key signed after it was given up.
    case givenUpKeySigned(manifest: String, GivenUpKey)
    /// The manifest contradicts those before it: published earlier, a number out of turn, or another edition corrected.
    case outOfTurn(manifest: String, previous: String)

    /// Whether the files are not what was published.
    package var isBroken: Bool {
        switch self {
        case .whole, .proved, .notProved, .notProvedSinceGivenUp, .keyGivenUp, .withoutPDF, .chainBeginsEarlier,
            .notSigned:
            false
        default: !isMissing
        }
    }

    /// Whether it is something that the files lack, which says nothing against those that are there.
    package var isMissing: Bool {
        switch self {
        case .missing, .gap: true
        default: false
        }
    }
}

/// What a verification comes to (omdöme).
package enum VerificationVerdict: String, Sendable, CaseIterable {
    /// Every byte of the signed files is as it was signed, and the key given proves who signed: exit code 0.
    case provedAndWhole
    /// Every byte is as it was signed, but nobody vouches for the signer: exit code 1.
    case wholeButSignerNotProved
    /// What is there is as it was signed, and the key given proves who signed, but something is missing: exit code 1.
    case provedButIncomplete
    /// What is there is as it was signed, but something is missing, and nobody vouches for the signer: exit code 1.
    case incompleteAndSignerNotProved
    /// Something is not what was published: exit code 1.
    case broken

    /// The verdict in a sentence.
    package func text(_ language: Language) -> String {
        switch self {
        case .provedAndWhole:
            language.pick(
                "Äkta och hel: varje byte i utgåvans filer är den som undertecknades, och nyckeln visar av vem.",
                "Genuine and whole: every byte of the edition's files is the one that was signed, and the key shows by whom."
            )
        case .wholeButSignerNotProved:
            language.pick(
                "Hel, men undertecknaren är inte visad: ange den öppna nyckeln med --key, hämtad från annat håll än filerna.",
                "Whole, but the signer is not proved: give the public key by --key, got from elsewhere than the files.")
        case .provedButIncomplete:
            language.pick(
                "Ofullständig: det som finns är äkta, men det som står ovan saknas. Skaffa det och pröva igen.",
                "Incomplete: what is there is genuine, but what stands above is missing. Get it and verify again.")
        case .incompleteAndSignerNotProved:
            language.pick(
                "Ofullständig: det som finns är helt, men det som står ovan saknas. Skaffa det och pröva igen, med den "
                    + "öppna nyckeln som --key, hämtad från annat håll än filerna; utan den är undertecknaren inte visad.",
                "Incomplete: what is there is whole, but what stands above is missing. Get it and verify again, with the "
                    + "public key as --key, got from elsewhere than the files; without it the signer is not proved.")
        case .broken:
            language.pick(
                "Bruten: filerna är inte de som publicerades.", "Broken: the files are not those that were published.")
        }
    }
}
