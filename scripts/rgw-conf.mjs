/**
 * Ceph's configuration for one monitor, one disk and one S3 gateway of a test: everything below
 * one directory, nothing from /etc/ceph, loopback only.
 */
export function cephConf({
  directory,
  fsid,
  ports,
  store,
  storeBytes,
  classes,
  lifecycleDaySeconds,
}) {
  return `[global]
fsid = ${fsid}
mon_host = v2:127.0.0.1:${ports.monitor}/0
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
ms_bind_ipv6 = false
ms_bind_msgr1 = false
ms_bind_port_min = ${ports.first}
ms_bind_port_max = ${ports.last}
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
keyring = ${directory}/keyring
admin_socket = ${directory}/run/$name.asok
run_dir = ${directory}/run
crash_dir = ${directory}/log
pid_file =
log_file = ${directory}/log/$name.log
log_to_stderr = false
mon_cluster_log_file = ${directory}/log/cluster.log
max_open_files = 0
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pgp_num = 1
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
objecter_tick_interval = 0.3
mon_client_hunt_interval = 1

[mon]
mon_data = ${directory}/mon
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 5000
mon_data_avail_warn = 2
mon_data_avail_crit = 1
mon_warn_on_pool_no_redundancy = false
auth_allow_insecure_global_id_reclaim = false
paxos_propose_interval = 0.05
paxos_min_wait = 0.01

[osd]
osd_data = ${directory}/osd
osd_objectstore = ${store}
memstore_device_bytes = ${storeBytes}
bluestore_block_size = ${storeBytes}
bluestore_block_create = true
bluestore_cache_autotune = false
bluestore_cache_size = 67108864
osd_memory_target = 939524096
osd_class_dir = ${classes}
osd_op_num_shards = 2
osd_op_num_threads_per_shard = 1
osd_max_object_name_len = 2048
osd_scrub_load_threshold = 0
osd_crush_initial_weight = 1
osd_heartbeat_interval = 20
osd_heartbeat_grace = 120

[client.rgw]
# The default, secure, cannot be spoken where nobody has a key.
ms_mon_client_mode = crc
rgw_frontends = beast endpoint=127.0.0.1:${ports.gateway} tcp_nodelay=1
rgw_rados_pool_pg_num_min = 1
rgw_thread_pool_size = 64
rgw_override_bucket_index_max_shards = 1
rgw_dynamic_resharding = false
rgw_run_sync_thread = false
rgw_enable_usage_log = false
rgw_lc_debug_interval = ${lifecycleDaySeconds}
rgw_gc_obj_min_wait = 5
rgw_gc_processor_period = 10
`;
}
