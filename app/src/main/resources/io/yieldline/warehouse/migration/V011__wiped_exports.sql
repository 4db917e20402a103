-- Exports that were wiped, beside the receipts: whichever of the two is damaged, the other keeps them from being loaded again.

create table wiped_export (
    sha256 ${text} not null,
    file_name ${text} not null
);
