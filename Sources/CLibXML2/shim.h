/* Empty on purpose: this target only carries libxml2's search path and library from pkg-config to CXMLReader.
   libxml2's own headers collide with Foundation's ICU module and are never imported into Swift. */
