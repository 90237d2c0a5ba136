/**
 * A key of a vendor that has ended opens nothing, also one that was made in the moment in which the vendor ended. In SQL,
 * for the key's table, whose tenant is `$1`.
 */
export function vendorWorks(table: 'api_key' | 'sftp_key'): string {
  return `not exists (select from vendor where vendor.tenant_id = $1 and vendor.id = ${table}.vendor_id and vendor.state = 'ended')`;
}
