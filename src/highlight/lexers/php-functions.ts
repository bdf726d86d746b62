/**
 * The functions of PHP's manual that Rouge 4.7 knows, in groups: each word is what follows the group's name, as in `array_` with
 * `merge`; the group `-` holds those that belong to none. Words in deeper lines go on with the group above.
 */
const groups = String.raw`
  apache_ child_terminate get_modules get_version getenv lookup_uri note request_headers response_headers setenv
  apcu_ add cache_info cas clear_cache dec delete enabled entry exists fetch inc key_info sma_info store
  array_ all any change_key_case chunk column combine count_values diff diff_assoc diff_key diff_uassoc diff_ukey
    fill fill_keys filter find find_key first flip intersect intersect_assoc intersect_key intersect_uassoc
    intersect_ukey is_list key_exists key_first key_last keys last map merge merge_recursive multisort pad pop
    product push rand reduce replace replace_recursive reverse search shift slice splice sum udiff udiff_assoc
    udiff_uassoc uintersect uintersect_assoc uintersect_uassoc unique unshift values walk walk_recursive
  cal_ days_in_month from_jd info to_jd
  class_ alias exists implements parents uses
  com_ create_guid event_sink get_active_object load_typelib message_pump print_typeinfo
  convert_ cyr_string uudecode uuencode
  crypt_ checksalt gensalt preferred_method
  ctype_ alnum alpha cntrl digit graph lower print punct space upper xdigit
  cubrid_ bind close_prepare close_request col_get col_size column_names column_types commit connect
    connect_with_url current_oid disconnect drop error_code error_code_facility error_msg execute fetch
    free_result get get_autocommit get_charset get_class_name get_client_info get_db_parameter get_query_timeout
    get_server_info insert_id is_instance lob2_bind lob2_close lob2_export lob2_import lob2_new lob2_read
    lob2_seek lob2_seek64 lob2_size lob2_size64 lob2_tell lob2_tell64 lob2_write lob_close lob_export lob_get
    lob_send lob_size lock_read lock_write move_cursor next_result num_cols num_rows pconnect pconnect_with_url
    prepare put rollback schema seq_drop seq_insert seq_put set_add set_autocommit set_db_parameter set_drop
    set_query_timeout version
  curl_ close copy_handle errno error escape exec getinfo init multi_add_handle multi_close multi_errno multi_exec
    multi_getcontent multi_info_read multi_init multi_remove_handle multi_select multi_setopt multi_strerror pause
    reset setopt setopt_array share_close share_errno share_init share_init_persistent share_setopt share_strerror
    strerror unescape upkeep version
  date_ add create create_from_format create_immutable create_immutable_from_format date_set default_timezone_get
    default_timezone_set diff format get_last_errors interval_create_from_date_string interval_format isodate_set
    modify offset_get parse parse_from_format sub sun_info sunrise sunset time_set timestamp_get timestamp_set
    timezone_get timezone_set
  db2_ autocommit bind_param client_info close column_privileges columns commit conn_error conn_errormsg connect
    cursor_type escape_string exec execute fetch_array fetch_assoc fetch_both fetch_object fetch_row
    field_display_size field_name field_num field_precision field_scale field_type field_width foreign_keys
    free_result free_stmt get_option last_insert_id lob_read next_result num_fields num_rows pclose pconnect
    prepare primary_keys procedure_columns procedures result rollback server_info set_option special_columns
    statistics stmt_error stmt_errormsg table_privileges tables
  dba_ close delete exists fetch firstkey handlers insert key_split list nextkey open optimize popen replace sync
  dbase_ add_record close create delete_record get_header_info get_record get_record_with_names numfields
    numrecords open pack replace_record
  debug_ backtrace print_backtrace zval_dump
  dio_ close fcntl open read seek stat tcsetattr truncate write
  dns_ check_record get_mx get_record
  eio_ busy cancel chmod chown close custom dup2 event_loop fallocate fchmod fchown fdatasync fstat fstatvfs fsync
    ftruncate futime get_event_stream get_last_error grp grp_add grp_cancel grp_limit init link lstat mkdir mknod
    nop npending nready nreqs nthreads open poll read readahead readdir readlink realpath rename rmdir seek
    sendfile set_max_idle set_max_parallel set_max_poll_reqs set_max_poll_time set_min_parallel stat statvfs
    symlink sync sync_file_range syncfs truncate unlink utime write
  enchant_ broker_describe broker_dict_exists broker_free broker_free_dict broker_get_dict_path broker_get_error
    broker_init broker_list_dicts broker_request_dict broker_request_pwl_dict broker_set_dict_path
    broker_set_ordering dict_add dict_add_to_personal dict_add_to_session dict_check dict_describe dict_get_error
    dict_is_added dict_is_in_session dict_quick_check dict_store_replacement dict_suggest
  error_ clear_last get_last log reporting
  exif_ imagetype read_data tagname thumbnail
  fann_ cascadetrain_on_data cascadetrain_on_file clear_scaling_params copy create_from_file create_shortcut
    create_shortcut_array create_sparse create_sparse_array create_standard create_standard_array create_train
    create_train_from_callback descale_input descale_output descale_train destroy destroy_train
    duplicate_train_data get_activation_function get_activation_steepness get_bias_array get_bit_fail
    get_bit_fail_limit get_cascade_activation_functions get_cascade_activation_functions_count
    get_cascade_activation_steepnesses get_cascade_activation_steepnesses_count
    get_cascade_candidate_change_fraction get_cascade_candidate_limit get_cascade_candidate_stagnation_epochs
    get_cascade_max_cand_epochs get_cascade_max_out_epochs get_cascade_min_cand_epochs get_cascade_min_out_epochs
    get_cascade_num_candidate_groups get_cascade_num_candidates get_cascade_output_change_fraction
    get_cascade_output_stagnation_epochs get_cascade_weight_multiplier get_connection_array get_connection_rate
    get_errno get_errstr get_layer_array get_learning_momentum get_learning_rate get_mse get_network_type
    get_num_input get_num_layers get_num_output get_quickprop_decay get_quickprop_mu get_rprop_decrease_factor
    get_rprop_delta_max get_rprop_delta_min get_rprop_delta_zero get_rprop_increase_factor
    get_sarprop_step_error_shift get_sarprop_step_error_threshold_factor get_sarprop_temperature
    get_sarprop_weight_decay_shift get_total_connections get_total_neurons get_train_error_function
    get_train_stop_function get_training_algorithm init_weights length_train_data merge_train_data
    num_input_train_data num_output_train_data print_error randomize_weights read_train_from_file reset_errno
    reset_errstr reset_mse run save save_train scale_input scale_input_train_data scale_output
    scale_output_train_data scale_train scale_train_data set_activation_function set_activation_function_hidden
    set_activation_function_layer set_activation_function_output set_activation_steepness
    set_activation_steepness_hidden set_activation_steepness_layer set_activation_steepness_output
    set_bit_fail_limit set_callback set_cascade_activation_functions set_cascade_activation_steepnesses
    set_cascade_candidate_change_fraction set_cascade_candidate_limit set_cascade_candidate_stagnation_epochs
    set_cascade_max_cand_epochs set_cascade_max_out_epochs set_cascade_min_cand_epochs set_cascade_min_out_epochs
    set_cascade_num_candidate_groups set_cascade_output_change_fraction set_cascade_output_stagnation_epochs
    set_cascade_weight_multiplier set_error_log set_input_scaling_params set_learning_momentum set_learning_rate
    set_output_scaling_params set_quickprop_decay set_quickprop_mu set_rprop_decrease_factor set_rprop_delta_max
    set_rprop_delta_min set_rprop_delta_zero set_rprop_increase_factor set_sarprop_step_error_shift
    set_sarprop_step_error_threshold_factor set_sarprop_temperature set_sarprop_weight_decay_shift
    set_scaling_params set_train_error_function set_train_stop_function set_training_algorithm set_weight
    set_weight_array shuffle_train_data subset_train_data test test_data train train_epoch train_on_data
    train_on_file
  fbird_ add_user affected_rows backup blob_add blob_cancel blob_close blob_create blob_echo blob_get blob_import
    blob_info blob_open close commit commit_ret connect db_info delete_user drop_db errcode errmsg execute
    fetch_assoc fetch_object fetch_row field_info free_event_handler free_query free_result gen_id maintain_db
    modify_user name_result num_fields num_params param_info pconnect prepare query restore rollback rollback_ret
    server_info service_attach service_detach set_event_handler trans wait_event
  fdf_ add_doc_javascript add_template close create enum_values errno error get_ap get_attachment get_encoding
    get_file get_flags get_opt get_status get_value get_version header next_field_name open open_string
    remove_item save save_string set_ap set_encoding set_file set_flags set_javascript_action
    set_on_import_javascript set_opt set_status set_submit_form_action set_target_frame set_value set_version
  file_ exists get_contents put_contents
  filter_ has_var id input input_array list var var_array
  finfo_ buffer close file open set_flags
  ftp_ alloc append cdup chdir chmod close connect delete exec fget fput get get_option login mdtm mkdir mlsd
    nb_continue nb_fget nb_fput nb_get nb_put nlist pasv put pwd quit raw rawlist rename rmdir set_option site
    size ssl_connect systype
  func_ get_arg get_args num_args
  gc_ collect_cycles disable enable enabled mem_caches status
  geoip_ asnum_by_name continent_code_by_name country_code3_by_name country_code_by_name country_name_by_name
    database_info db_avail db_filename db_get_all_info domain_by_name id_by_name isp_by_name netspeedcell_by_name
    org_by_name record_by_name region_by_name region_name_by_code setup_custom_directory
    time_zone_by_country_and_region
  get_ browser called_class cfg_var class class_methods class_vars current_user debug_type declared_classes
    declared_interfaces declared_traits defined_constants defined_functions defined_vars error_handler
    exception_handler extension_funcs headers html_translation_table include_path included_files loaded_extensions
    magic_quotes_gpc magic_quotes_runtime mangled_object_vars meta_tags object_vars parent_class required_files
    resource_id resource_type resources
  gmp_ abs add and binomial clrbit cmp com div div_q div_qr div_r divexact export fact gcd gcdext hamdist import
    init intval invert jacobi kronecker lcm legendre mod mul neg nextprime or perfect_power perfect_square
    popcount pow powm prob_prime random random_bits random_range random_seed root rootrem scan0 scan1 setbit sign
    sqrt sqrtrem strval sub testbit xor
  gnupg_ adddecryptkey addencryptkey addsignkey cleardecryptkeys clearencryptkeys clearsignkeys decrypt
    decryptverify deletekey encrypt encryptsign export getengineinfo geterror geterrorinfo getprotocol
    gettrustlist import init keyinfo listsignatures setarmor seterrormode setsignmode sign verify
  grapheme_ extract str_split stripos stristr strlen strpos strripos strrpos strstr substr
  hash_ algos copy equals file final hkdf hmac hmac_algos hmac_file init pbkdf2 update update_file update_stream
  http_ build_query clear_last_response_headers get_last_response_headers response_code
  ibase_ add_user affected_rows backup blob_add blob_cancel blob_close blob_create blob_echo blob_get blob_import
    blob_info blob_open close commit commit_ret connect db_info delete_user drop_db errcode errmsg execute
    fetch_assoc fetch_object fetch_row field_info free_event_handler free_query free_result gen_id maintain_db
    modify_user name_result num_fields num_params param_info pconnect prepare query restore rollback rollback_ret
    server_info service_attach service_detach set_event_handler trans wait_event
  iconv_ get_encoding mime_decode mime_decode_headers mime_encode set_encoding strlen strpos strrpos substr
  imap_ 8bit alerts append base64 binary body bodystruct check clearflag_full close create createmailbox delete
    deletemailbox errors expunge fetch_overview fetchbody fetchheader fetchmime fetchstructure fetchtext gc
    get_quota get_quotaroot getacl getmailboxes getsubscribed header headerinfo headers is_open last_error list
    listmailbox listscan listsubscribed lsub mail mail_compose mail_copy mail_move mailboxmsginfo
    mime_header_decode msgno mutf7_to_utf8 num_msg num_recent open ping qprint rename renamemailbox reopen
    rfc822_parse_adrlist rfc822_parse_headers rfc822_write_address savebody scan scanmailbox search set_quota
    setacl setflag_full sort status subscribe thread timeout uid undelete unsubscribe utf7_decode utf7_encode utf8
    utf8_to_mutf7
  inflate_ add get_read_len get_status init
  ini_ alter get get_all parse_quantity restore set
  inotify_ add_watch init queue_len read rm_watch
  intl_ error_name get_error_code get_error_message is_failure
  is_ a array bool callable countable dir double executable file finite float infinite int integer iterable link
    long nan null numeric object readable real resource scalar soap_fault string subclass_of tainted uploaded_file
    writable writeable
  iterator_ apply count to_array
  json_ decode encode last_error last_error_msg validate
  ldap_ 8859_to_t61 add add_ext bind bind_ext close compare connect connect_wallet control_paged_result
    control_paged_result_response count_entries count_references delete delete_ext dn2ufn err2str errno error
    escape exop exop_passwd exop_refresh exop_sync exop_whoami explode_dn first_attribute first_entry
    first_reference free_result get_attributes get_dn get_entries get_option get_values get_values_len list
    mod_add mod_add_ext mod_del mod_del_ext mod_replace mod_replace_ext modify modify_batch next_attribute
    next_entry next_reference parse_exop parse_reference parse_result read rename rename_ext sasl_bind search
    set_option set_rebind_proc sort start_tls t61_to_8859 unbind
  libxml_ clear_errors disable_entity_loader get_errors get_external_entity_loader get_last_error
    set_external_entity_loader set_streams_context use_internal_errors
  lzf_ compress decompress optimized_for
  mailparse_ determine_best_xfer_encoding msg_create msg_extract_part msg_extract_part_file
    msg_extract_whole_part_file msg_free msg_get_part msg_get_part_data msg_get_structure msg_parse msg_parse_file
    rfc822_parse_addresses stream_encode uudecode_all
  mb_ check_encoding chr convert_case convert_encoding convert_kana convert_variables decode_mimeheader
    decode_numericentity detect_encoding detect_order encode_mimeheader encode_numericentity encoding_aliases ereg
    ereg_match ereg_replace ereg_replace_callback ereg_search ereg_search_getpos ereg_search_getregs
    ereg_search_init ereg_search_pos ereg_search_regs ereg_search_setpos eregi eregi_replace get_info http_input
    http_output internal_encoding language lcfirst list_encodings ltrim ord output_handler parse_str
    preferred_mime_name regex_encoding regex_set_options rtrim scrub send_mail split str_pad str_split strcut
    strimwidth stripos stristr strlen strpos strrchr strrichr strripos strrpos strstr strtolower strtoupper
    strwidth substitute_character substr substr_count trim ucfirst
  mcrypt_ create_iv decrypt enc_get_algorithms_name enc_get_block_size enc_get_iv_size enc_get_key_size
    enc_get_modes_name enc_get_supported_key_sizes enc_is_block_algorithm enc_is_block_algorithm_mode
    enc_is_block_mode enc_self_test encrypt generic generic_deinit generic_init get_block_size get_cipher_name
    get_iv_size get_key_size list_algorithms list_modes module_close module_get_algo_block_size
    module_get_algo_key_size module_get_supported_key_sizes module_is_block_algorithm
    module_is_block_algorithm_mode module_is_block_mode module_open module_self_test
  memory_ get_peak_usage get_usage reset_peak_usage
  mhash_ count get_block_size get_hash_name keygen_s2k
  mqseries_ back begin close cmit conn connx disc get inq open put put1 set strerror
  msg_ get_queue queue_exists receive remove_queue send set_queue stat_queue
  mt_ getrandmax rand srand
  mysql_ affected_rows client_encoding close connect create_db data_seek db_name db_query drop_db errno error
    escape_string fetch_array fetch_assoc fetch_field fetch_lengths fetch_object fetch_row field_flags field_len
    field_name field_seek field_table field_type free_result get_client_info get_host_info get_proto_info
    get_server_info info insert_id list_dbs list_fields list_processes list_tables num_fields num_rows pconnect
    ping query real_escape_string result select_db set_charset stat tablename thread_id unbuffered_query
  mysqli_ connect execute get_client_stats get_links_stats report
  ob_ clean end_clean end_flush flush get_clean get_contents get_flush get_length get_level get_status gzhandler
    iconv_handler implicit_flush list_handlers start tidyhandler
  oci_ bind_array_by_name bind_by_name cancel client_version close commit connect define_by_name error execute
    fetch fetch_all fetch_array fetch_assoc fetch_object fetch_row field_is_null field_name field_precision
    field_scale field_size field_type field_type_raw free_descriptor free_statement get_implicit_resultset
    lob_copy lob_is_equal new_collection new_connect new_cursor new_descriptor num_fields num_rows parse
    password_change pconnect register_taf_callback result rollback server_version set_action set_call_timeout
    set_client_identifier set_client_info set_db_operation set_edition set_module_name set_prefetch
    set_prefetch_lob statement_type unregister_taf_callback
  odbc_ autocommit binmode close close_all columnprivileges columns commit connect connection_string_is_quoted
    connection_string_quote connection_string_should_quote cursor data_source do error errormsg exec execute
    fetch_array fetch_into fetch_object fetch_row field_len field_name field_num field_precision field_scale
    field_type foreignkeys free_result gettypeinfo longreadlen next_result num_fields num_rows pconnect prepare
    primarykeys procedurecolumns procedures result result_all rollback setoption specialcolumns statistics
    tableprivileges tables
  opcache_ compile_file get_configuration get_status invalidate is_script_cached reset
  openal_ buffer_create buffer_data buffer_destroy buffer_get buffer_loadwav context_create context_current
    context_destroy context_process context_suspend device_close device_open listener_get listener_set
    source_create source_destroy source_get source_pause source_play source_rewind source_set source_stop stream
  openssl_ cipher_iv_length cipher_key_length cms_decrypt cms_encrypt cms_read cms_sign cms_verify csr_export
    csr_export_to_file csr_get_public_key csr_get_subject csr_new csr_sign decrypt dh_compute_key digest encrypt
    error_string free_key get_cert_locations get_cipher_methods get_curve_names get_md_methods get_privatekey
    get_publickey open pbkdf2 pkcs12_export pkcs12_export_to_file pkcs12_read pkcs7_decrypt pkcs7_encrypt
    pkcs7_read pkcs7_sign pkcs7_verify pkey_derive pkey_export pkey_export_to_file pkey_free pkey_get_details
    pkey_get_private pkey_get_public pkey_new private_decrypt private_encrypt public_decrypt public_encrypt
    random_pseudo_bytes seal sign spki_export spki_export_challenge spki_new spki_verify verify
    x509_check_private_key x509_checkpurpose x509_export x509_export_to_file x509_fingerprint x509_free x509_parse
    x509_read x509_verify
  parse_ ini_file ini_string str url
  password_ algos get_info hash needs_rehash verify
  pcntl_ alarm async_signals errno exec fork get_last_error getcpuaffinity getpriority rfork setcpuaffinity
    setpriority signal signal_dispatch signal_get_handler sigprocmask sigtimedwait sigwaitinfo strerror unshare
    wait waitid waitpid wexitstatus wifexited wifsignaled wifstopped wstopsig wtermsig
  pg_ affected_rows cancel_query client_encoding close connect connect_poll connection_busy connection_reset
    connection_status consume_input convert copy_from copy_to dbname delete end_copy escape_bytea
    escape_identifier escape_literal escape_string execute fetch_all fetch_all_columns fetch_array fetch_assoc
    fetch_object fetch_result fetch_row field_is_null field_name field_num field_prtlen field_size field_table
    field_type field_type_oid flush free_result get_notify get_pid get_result host insert last_error last_notice
    last_oid lo_close lo_create lo_export lo_import lo_open lo_read lo_read_all lo_seek lo_tell lo_truncate
    lo_unlink lo_write meta_data num_fields num_rows options parameter_status pconnect ping port prepare put_line
    query query_params result_error result_error_field result_memory_size result_seek result_status select
    send_execute send_prepare send_query send_query_params set_chunked_rows_size set_client_encoding
    set_error_context_visibility set_error_verbosity socket trace transaction_status tty unescape_bytea untrace
    update version
  php_ ini_loaded_file ini_scanned_files sapi_name strip_whitespace uname
  phpdbg_ break_file break_function break_method break_next clear color end_oplog exec get_executable prompt
    start_oplog
  posix_ access ctermid eaccess errno fpathconf get_last_error getcwd getegid geteuid getgid getgrgid getgrnam
    getgroups getlogin getpgid getpgrp getpid getppid getpwnam getpwuid getrlimit getsid getuid initgroups isatty
    kill mkfifo mknod pathconf setegid seteuid setgid setpgid setrlimit setsid setuid strerror sysconf times
    ttyname uname
  preg_ filter grep last_error last_error_msg match match_all quote replace replace_callback
    replace_callback_array split
  proc_ close get_status nice open terminate
  ps_ add_bookmark add_launchlink add_locallink add_note add_pdflink add_weblink arc arcn begin_page begin_pattern
    begin_template circle clip close close_image closepath closepath_stroke continue_text curveto delete end_page
    end_pattern end_template fill fill_stroke findfont get_buffer get_parameter get_value hyphenate include_file
    lineto makespotcolor moveto new open_file open_image open_image_file open_memory_image place_image rect
    restore rotate save scale set_border_color set_border_dash set_border_style set_info set_parameter
    set_text_pos set_value setcolor setdash setflat setfont setgray setlinecap setlinejoin setlinewidth
    setmiterlimit setoverprintmode setpolydash shading shading_pattern shfill show show2 show_boxed show_xy
    show_xy2 string_geometry stringwidth stroke symbol symbol_name symbol_width translate
  pspell_ add_to_personal add_to_session check clear_session config_create config_data_dir config_dict_dir
    config_ignore config_mode config_personal config_repl config_runtogether config_save_repl new new_config
    new_personal save_wordlist store_replacement suggest
  radius_ acct_open add_server auth_open close config create_request cvt_addr cvt_int cvt_string demangle
    demangle_mppe_key get_attr get_tagged_attr_data get_tagged_attr_tag get_vendor_attr put_addr put_attr put_int
    put_string put_vendor_addr put_vendor_attr put_vendor_int put_vendor_string request_authenticator
    salt_encrypt_attr send_request server_secret strerror
  readline_ add_history callback_handler_install callback_handler_remove callback_read_char clear_history
    completion_function info list_history on_new_line read_history redisplay write_history
  restore_ error_handler exception_handler include_path
  rnp_ backend_string backend_version decrypt dump_packets dump_packets_to_json ffi_create ffi_destroy
    ffi_set_pass_provider import_keys import_signatures key_export key_export_autocrypt key_export_revocation
    key_get_info key_remove key_revoke list_keys load_keys load_keys_from_path locate_key op_encrypt
    op_generate_key op_sign op_sign_cleartext op_sign_detached op_verify op_verify_detached save_keys
    save_keys_to_path supported_features version_string version_string_full
  rrd_ create error fetch first graph info last lastupdate restore tune update version xport
  runkit7_ constant_add constant_redefine constant_remove function_add function_copy function_redefine
    function_remove function_rename import method_add method_copy method_redefine method_remove method_rename
    object_id superglobals zval_inspect
  sapi_ windows_cp_conv windows_cp_get windows_cp_is_utf8 windows_cp_set windows_generate_ctrl_event
    windows_set_ctrl_handler windows_vt100_support
  sem_ acquire get release remove
  session_ abort cache_expire cache_limiter commit create_id decode destroy encode gc get_cookie_params id
    module_name name regenerate_id register_shutdown reset save_path set_cookie_params set_save_handler start
    status unset write_close
  set_ error_handler exception_handler file_buffer include_path time_limit
  shm_ attach detach get_var has_var put_var remove remove_var
  shmop_ close delete open read size write
  simdjson_ decode is_valid key_count key_exists key_value
  simplexml_ import_dom load_file load_string
  snmp2_ get getnext real_walk set walk
  snmp3_ get getnext real_walk set walk
  snmp_ get_quick_print get_valueretrieval read_mib set_enum_print set_oid_numeric_print set_oid_output_format
    set_quick_print set_valueretrieval
  socket_ accept addrinfo_bind addrinfo_connect addrinfo_explain addrinfo_lookup atmark bind clear_error close
    cmsg_space connect create create_listen create_pair export_stream get_option get_status getopt getpeername
    getsockname import_stream last_error listen read recv recvfrom recvmsg select send sendmsg sendto set_block
    set_blocking set_nonblock set_option set_timeout setopt shutdown strerror write wsaprotocol_info_export
    wsaprotocol_info_import wsaprotocol_info_release
  sodium_ add base642bin bin2base64 bin2hex compare crypto_aead_aegis128l_decrypt crypto_aead_aegis128l_encrypt
    crypto_aead_aegis128l_keygen crypto_aead_aegis256_decrypt crypto_aead_aegis256_encrypt
    crypto_aead_aegis256_keygen crypto_aead_aes256gcm_decrypt crypto_aead_aes256gcm_encrypt
    crypto_aead_aes256gcm_is_available crypto_aead_aes256gcm_keygen crypto_aead_chacha20poly1305_decrypt
    crypto_aead_chacha20poly1305_encrypt crypto_aead_chacha20poly1305_ietf_decrypt
    crypto_aead_chacha20poly1305_ietf_encrypt crypto_aead_chacha20poly1305_ietf_keygen
    crypto_aead_chacha20poly1305_keygen crypto_aead_xchacha20poly1305_ietf_decrypt
    crypto_aead_xchacha20poly1305_ietf_encrypt crypto_aead_xchacha20poly1305_ietf_keygen crypto_auth
    crypto_auth_keygen crypto_auth_verify crypto_box crypto_box_keypair
    crypto_box_keypair_from_secretkey_and_publickey crypto_box_open crypto_box_publickey
    crypto_box_publickey_from_secretkey crypto_box_seal crypto_box_seal_open crypto_box_secretkey
    crypto_box_seed_keypair crypto_core_ristretto255_add crypto_core_ristretto255_from_hash
    crypto_core_ristretto255_is_valid_point crypto_core_ristretto255_random crypto_core_ristretto255_scalar_add
    crypto_core_ristretto255_scalar_complement crypto_core_ristretto255_scalar_invert
    crypto_core_ristretto255_scalar_mul crypto_core_ristretto255_scalar_negate
    crypto_core_ristretto255_scalar_random crypto_core_ristretto255_scalar_reduce
    crypto_core_ristretto255_scalar_sub crypto_core_ristretto255_sub crypto_generichash crypto_generichash_final
    crypto_generichash_init crypto_generichash_keygen crypto_generichash_update crypto_kdf_derive_from_key
    crypto_kdf_keygen crypto_kx_client_session_keys crypto_kx_keypair crypto_kx_publickey crypto_kx_secretkey
    crypto_kx_seed_keypair crypto_kx_server_session_keys crypto_pwhash crypto_pwhash_scryptsalsa208sha256
    crypto_pwhash_scryptsalsa208sha256_str crypto_pwhash_scryptsalsa208sha256_str_verify crypto_pwhash_str
    crypto_pwhash_str_needs_rehash crypto_pwhash_str_verify crypto_scalarmult crypto_scalarmult_base
    crypto_scalarmult_ristretto255 crypto_scalarmult_ristretto255_base crypto_secretbox crypto_secretbox_keygen
    crypto_secretbox_open crypto_secretstream_xchacha20poly1305_init_pull
    crypto_secretstream_xchacha20poly1305_init_push crypto_secretstream_xchacha20poly1305_keygen
    crypto_secretstream_xchacha20poly1305_pull crypto_secretstream_xchacha20poly1305_push
    crypto_secretstream_xchacha20poly1305_rekey crypto_shorthash crypto_shorthash_keygen crypto_sign
    crypto_sign_detached crypto_sign_ed25519_pk_to_curve25519 crypto_sign_ed25519_sk_to_curve25519
    crypto_sign_keypair crypto_sign_keypair_from_secretkey_and_publickey crypto_sign_open crypto_sign_publickey
    crypto_sign_publickey_from_secretkey crypto_sign_secretkey crypto_sign_seed_keypair
    crypto_sign_verify_detached crypto_stream crypto_stream_keygen crypto_stream_xchacha20
    crypto_stream_xchacha20_keygen crypto_stream_xchacha20_xor crypto_stream_xchacha20_xor_ic crypto_stream_xor
    hex2bin increment memcmp memzero pad unpad
  spl_ autoload autoload_call autoload_extensions autoload_functions autoload_register autoload_unregister classes
    object_hash object_id
  sqlsrv_ begin_transaction cancel client_info close commit configure connect errors execute fetch fetch_array
    fetch_object field_metadata free_stmt get_config get_field has_rows next_result num_fields num_rows prepare
    query rollback rows_affected send_stream_data server_info
  ssdeep_ fuzzy_compare fuzzy_hash fuzzy_hash_filename
  ssh2_ auth_agent auth_hostbased_file auth_none auth_password auth_pubkey_file connect disconnect exec
    fetch_stream fingerprint forward_accept forward_listen methods_negotiated poll publickey_add publickey_init
    publickey_list publickey_remove scp_recv scp_send send_eof sftp sftp_chmod sftp_lstat sftp_mkdir sftp_readlink
    sftp_realpath sftp_rename sftp_rmdir sftp_stat sftp_symlink sftp_unlink shell tunnel
  stats_ absolute_deviation cdf_beta cdf_binomial cdf_cauchy cdf_chisquare cdf_exponential cdf_f cdf_gamma
    cdf_laplace cdf_logistic cdf_negative_binomial cdf_noncentral_chisquare cdf_noncentral_f cdf_noncentral_t
    cdf_normal cdf_poisson cdf_t cdf_uniform cdf_weibull covariance dens_beta dens_cauchy dens_chisquare
    dens_exponential dens_f dens_gamma dens_laplace dens_logistic dens_normal dens_pmf_binomial
    dens_pmf_hypergeometric dens_pmf_negative_binomial dens_pmf_poisson dens_t dens_uniform dens_weibull
    harmonic_mean kurtosis rand_gen_beta rand_gen_chisquare rand_gen_exponential rand_gen_f rand_gen_funiform
    rand_gen_gamma rand_gen_ibinomial rand_gen_ibinomial_negative rand_gen_int rand_gen_ipoisson rand_gen_iuniform
    rand_gen_noncentral_chisquare rand_gen_noncentral_f rand_gen_noncentral_t rand_gen_normal rand_gen_t
    rand_get_seeds rand_phrase_to_seeds rand_ranf rand_setall skew standard_deviation stat_binomial_coef
    stat_correlation stat_factorial stat_independent_t stat_innerproduct stat_paired_t stat_percentile
    stat_powersum variance
  str_ contains decrement ends_with getcsv increment ireplace pad repeat replace rot13 shuffle split starts_with
    word_count
  stream_ bucket_append bucket_make_writeable bucket_new bucket_prepend context_create context_get_default
    context_get_options context_get_params context_set_default context_set_option context_set_options
    context_set_params copy_to_stream filter_append filter_prepend filter_register filter_remove get_contents
    get_filters get_line get_meta_data get_transports get_wrappers is_local isatty notification_callback
    register_wrapper resolve_include_path select set_blocking set_chunk_size set_read_buffer set_timeout
    set_write_buffer socket_accept socket_client socket_enable_crypto socket_get_name socket_pair socket_recvfrom
    socket_sendto socket_server socket_shutdown supports_lock wrapper_register wrapper_restore wrapper_unregister
  substr_ compare count replace
  svn_ add auth_get_parameter auth_set_parameter blame cat checkout cleanup client_version commit delete diff
    export fs_abort_txn fs_apply_text fs_begin_txn2 fs_change_node_prop fs_check_path fs_contents_changed fs_copy
    fs_delete fs_dir_entries fs_file_contents fs_file_length fs_is_dir fs_is_file fs_make_dir fs_make_file
    fs_node_created_rev fs_node_prop fs_props_changed fs_revision_prop fs_revision_root fs_txn_root
    fs_youngest_rev import log ls mkdir repos_create repos_fs repos_fs_begin_txn_for_commit repos_fs_commit_txn
    repos_hotcopy repos_open repos_recover revert status update
  swoole_ async_dns_lookup async_read async_readfile async_set async_write async_writefile clear_error
    client_select cpu_num errno error_log event_add event_defer event_del event_exit event_set event_wait
    event_write get_local_ip last_error load_module select set_process_name strerror timer_after timer_exists
    timer_tick version
  tidy_ access_count config_count error_count get_output warning_count
  timezone_ abbreviations_list identifiers_list location_get name_from_abbr name_get offset_get open
    transitions_get version_get
  trader_ acos ad add adosc adx adxr apo aroon aroonosc asin atan atr avgprice bbands beta bop cci cdl2crows
    cdl3blackcrows cdl3inside cdl3linestrike cdl3outside cdl3starsinsouth cdl3whitesoldiers cdlabandonedbaby
    cdladvanceblock cdlbelthold cdlbreakaway cdlclosingmarubozu cdlconcealbabyswall cdlcounterattack
    cdldarkcloudcover cdldoji cdldojistar cdldragonflydoji cdlengulfing cdleveningdojistar cdleveningstar
    cdlgapsidesidewhite cdlgravestonedoji cdlhammer cdlhangingman cdlharami cdlharamicross cdlhighwave cdlhikkake
    cdlhikkakemod cdlhomingpigeon cdlidentical3crows cdlinneck cdlinvertedhammer cdlkicking cdlkickingbylength
    cdlladderbottom cdllongleggeddoji cdllongline cdlmarubozu cdlmatchinglow cdlmathold cdlmorningdojistar
    cdlmorningstar cdlonneck cdlpiercing cdlrickshawman cdlrisefall3methods cdlseparatinglines cdlshootingstar
    cdlshortline cdlspinningtop cdlstalledpattern cdlsticksandwich cdltakuri cdltasukigap cdlthrusting cdltristar
    cdlunique3river cdlupsidegap2crows cdlxsidegap3methods ceil cmo correl cos cosh dema div dx ema errno exp
    floor get_compat get_unstable_period ht_dcperiod ht_dcphase ht_phasor ht_sine ht_trendline ht_trendmode kama
    linearreg linearreg_angle linearreg_intercept linearreg_slope ln log10 ma macd macdext macdfix mama mavp max
    maxindex medprice mfi midpoint midprice min minindex minmax minmaxindex minus_di minus_dm mom mult natr obv
    plus_di plus_dm ppo roc rocp rocr rocr100 rsi sar sarext set_compat set_unstable_period sin sinh sma sqrt
    stddev stoch stochf stochrsi sub sum t3 tan tanh tema trange trima trix tsf typprice ultosc var wclprice willr
    wma
  uopz_ add_function allow_exit backup compose copy del_function delete extend flags function get_exit_status
    get_hook get_mock get_property get_return get_static implement overload redefine rename restore set_hook
    set_mock set_property set_return set_static undefine unset_hook unset_mock unset_return
  var_ dump export representation
  variant_ abs add and cast cat cmp date_from_timestamp date_to_timestamp div eqv fix get_type idiv imp int mod
    mul neg not or pow round set set_type sub xor
  wddx_ add_vars deserialize packet_end packet_start serialize_value serialize_vars
  win32_ add_right_access_service add_service_env_var continue_service create_service delete_service
    get_last_control_message get_service_env_vars pause_service query_service_status
    read_all_rights_access_service read_right_access_service remove_right_access_service remove_service_env_var
    send_custom_control set_service_exit_code set_service_exit_mode set_service_pause_resume_state
    set_service_status start_service start_service_ctrl_dispatcher stop_service
  wincache_ fcache_fileinfo fcache_meminfo lock ocache_fileinfo ocache_meminfo refresh_if_changed rplist_fileinfo
    rplist_meminfo scache_info scache_meminfo ucache_add ucache_cas ucache_clear ucache_dec ucache_delete
    ucache_exists ucache_get ucache_inc ucache_info ucache_meminfo ucache_set unlock
  xattr_ get list remove set supported
  xdiff_ file_bdiff file_bdiff_size file_bpatch file_diff file_diff_binary file_merge3 file_patch
    file_patch_binary file_rabdiff string_bdiff string_bdiff_size string_bpatch string_diff string_diff_binary
    string_merge3 string_patch string_patch_binary string_rabdiff
  xhprof_ disable enable sample_disable sample_enable
  xml_ error_string get_current_byte_index get_current_column_number get_current_line_number get_error_code parse
    parse_into_struct parser_create parser_create_ns parser_free parser_get_option parser_set_option
    set_character_data_handler set_default_handler set_element_handler set_end_namespace_decl_handler
    set_external_entity_ref_handler set_notation_decl_handler set_object set_processing_instruction_handler
    set_start_namespace_decl_handler set_unparsed_entity_decl_handler
  xmlrpc_ decode decode_request encode encode_request get_type is_fault parse_method_descriptions
    server_add_introspection_data server_call_method server_create server_destroy
    server_register_introspection_callback server_register_method set_type
  yaml_ emit emit_file parse parse_file parse_url
  yaz_ addinfo ccl_conf ccl_parse close connect database element errno error es es_result get_option hits
    itemorder present range record scan scan_result schema search set_option sort syntax wait
  zip_ close entry_close entry_compressedsize entry_compressionmethod entry_filesize entry_name entry_open
    entry_read open read
  zlib_ decode encode get_coding_type
  - _ __autoload __halt_compiler abs acos acosh addcslashes addslashes array arsort asin asinh asort assert
    assert_options atan atan2 atanh base64_decode base64_encode base_convert basename bcadd bcceil bccomp bcdiv
    bcdivmod bcfloor bcmod bcmul bcpow bcpowmod bcround bcscale bcsqrt bcsub bin2hex bind_textdomain_codeset
    bindec bindtextdomain boolval bzclose bzcompress bzdecompress bzerrno bzerror bzerrstr bzflush bzopen bzread
    bzwrite call_user_func call_user_func_array ceil chdir checkdate checkdnsrr chgrp chmod chop chown chr chroot
    chunk_split clearstatcache cli_get_process_title cli_set_process_title closedir closelog commonmarkparse
    commonmark\render commonmark\renderhtml commonmark\renderlatex commonmark\renderman commonmark\render\xml
    compact connection_aborted connection_status constant copy cos cosh count count_chars crc32 create_function
    crypt current date dcgettext dcngettext decbin dechex decoct define defined deflate_add deflate_init deg2rad
    delete dgettext die dir dirname disk_free_space disk_total_space diskfreespace dl dngettext
    domimport_simplexml dom_import_simplexml doubleval each easter_date easter_days echo empty end enum_exists
    escapeshellarg escapeshellcmd eval exec exit exp expect_expectl expect_popen explode expm1 expression
    extension_loaded extract ezmlm_hash fastcgi_finish_request fclose fdatasync fdiv feof fflush fgetc fgetcsv
    fgets fgetss file fileatime filectime filegroup fileinode filemtime fileowner fileperms filesize filetype
    floatval flock floor flush fmod fnmatch fopen forward_static_call forward_static_call_array fpassthru
    fpm_get_status fpow fprintf fputcsv fputs fread frenchtojd fscanf fseek fsockopen fstat fsync ftell ftok
    ftruncate function_exists fwrite gd_info getallheaders getcwd getdate getenv gethostbyaddr gethostbyname
    gethostbynamel gethostname getimagesize getimagesizefromstring getlastmod getmxrr getmygid getmyinode getmypid
    getmyuid getopt getprotobyname getprotobynumber getrandmax getrusage getservbyname getservbyport getsession
    gettext gettimeofday gettype glob gmdate gmmktime gmstrftime gregoriantojd gzclose gzcompress gzdecode
    gzdeflate gzencode gzeof gzfile gzgetc gzgets gzgetss gzinflate gzopen gzpassthru gzputs gzread gzrewind
    gzseek gztell gzuncompress gzwrite hash header header_register_callback header_remove headers_list
    headers_sent hebrev hebrevc hex2bin hexdec highlight_file highlight_string hrtime html_entity_decode
    htmlentities htmlspecialchars htmlspecialchars_decode hypot iconv idate idn_to_ascii idn_to_utf8
    igbinary_serialize igbinary_unserialize ignore_user_abort image2wbmp image_type_to_extension
    image_type_to_mime_type imageaffine imageaffinematrixconcat imageaffinematrixget imagealphablending
    imageantialias imagearc imageavif imagebmp imagechar imagecharup imagecolorallocate imagecolorallocatealpha
    imagecolorat imagecolorclosest imagecolorclosestalpha imagecolorclosesthwb imagecolordeallocate
    imagecolorexact imagecolorexactalpha imagecolormatch imagecolorresolve imagecolorresolvealpha imagecolorset
    imagecolorsforindex imagecolorstotal imagecolortransparent imageconvolution imagecopy imagecopymerge
    imagecopymergegray imagecopyresampled imagecopyresized imagecreate imagecreatefromavif imagecreatefrombmp
    imagecreatefromgd imagecreatefromgd2 imagecreatefromgd2part imagecreatefromgif imagecreatefromjpeg
    imagecreatefrompng imagecreatefromstring imagecreatefromtga imagecreatefromwbmp imagecreatefromwebp
    imagecreatefromxbm imagecreatefromxpm imagecreatetruecolor imagecrop imagecropauto imagedashedline
    imagedestroy imageellipse imagefill imagefilledarc imagefilledellipse imagefilledpolygon imagefilledrectangle
    imagefilltoborder imagefilter imageflip imagefontheight imagefontwidth imageftbbox imagefttext
    imagegammacorrect imagegd imagegd2 imagegetclip imagegetinterpolation imagegif imagegrabscreen imagegrabwindow
    imageinterlace imageistruecolor imagejpeg imagelayereffect imageline imageloadfont imageopenpolygon
    imagepalettecopy imagepalettetotruecolor imagepng imagepolygon imagerectangle imageresolution imagerotate
    imagesavealpha imagescale imagesetbrush imagesetclip imagesetinterpolation imagesetpixel imagesetstyle
    imagesetthickness imagesettile imagestring imagestringup imagesx imagesy imagetruecolortopalette imagettfbbox
    imagettftext imagetypes imagewbmp imagewebp imagexbm implode in_array inet_ntop inet_pton intdiv
    interface_exists intval ip2long iptcembed iptcparse isset jddayofweek jdmonthname jdtofrench jdtogregorian
    jdtojewish jdtojulian jdtounix jewishtojd join jpeg2wbmp juliantojd key key_exists krsort ksort lcfirst
    lcg_value lchgrp lchown levenshtein link linkinfo list localeconv localtime log log10 log1p long2ip lstat
    ltrim mail max md5 md5_file mdecrypt_generic memcache_debug metaphone method_exists mhash microtime
    mime_content_type min mkdir mktime money_format move_uploaded_file natcasesort natsort net_get_interfaces next
    ngettext nl2br nl_langinfo number_format oauth_get_sbs oauth_urlencode octdec opendir openlog ord
    output_add_rewrite_var output_reset_rewrite_vars pack passthru pathinfo pclose pfsockopen phpcredits phpinfo
    phpversion pi png2wbmp popen pos pow prev print print_r printf property_exists putenv quoted_printable_decode
    quoted_printable_encode quotemeta rad2deg rand random_bytes random_int range rar_wrapper_cache_stats
    rawurldecode rawurlencode read_exif_data readdir readfile readgzfile readline readlink realpath
    realpath_cache_get realpath_cache_size recode recode_file recode_string register_shutdown_function
    register_tick_function rename request_parse_body reset rewind rewinddir rmdir round rpmaddtag rpmdbinfo
    rpmdbsearch rpmdefine rpmexpand rpmexpandnumeric rpmgetsymlink rpminfo rpmvercmp rrdc_disconnect rsort rtrim
    scandir scoutapm_get_calls scoutapm_list_instrumented_functions seaslog_get_author seaslog_get_version
    serialize setcookie setlocale setrawcookie settype sha1 sha1_file shell_exec show_source shuffle similar_text
    sin sinh sizeof sleep snmpget snmpgetnext snmprealwalk snmpset snmpwalk snmpwalkoid solr_get_version sort
    soundex sprintf sqrt srand sscanf stat stomp_connect_error stomp_version strcasecmp strchr strcmp strcoll
    strcspn strftime strip_tags stripcslashes stripos stripslashes stristr strlen strnatcasecmp strnatcmp
    strncasecmp strncmp strpbrk strpos strptime strrchr strrev strripos strrpos strspn strstr strtok strtolower
    strtotime strtoupper strtr strval substr symlink sys_get_temp_dir sys_getloadavg syslog system taint tan tanh
    tcpwrap_check tempnam textdomain time time_nanosleep time_sleep_until tmpfile token_get_all token_name touch
    trait_exists trigger_error trim uasort ucfirst ucwords uidraw\text\font\fontfamilies uiquit ui\run uksort
    umask uniqid unixtojd unlink unpack unregister_tick_function unserialize unset untaint urldecode urlencode
    use_soap_error_handler user_error usleep usort utf8_decode utf8_encode version_compare vfprintf virtual
    vprintf vsprintf wordwrap zend_thread_id zend_version zookeeper_dispatch
`;

/** Their names, in lower case. */
export function phpFunctions(): ReadonlySet<string> {
  const names = new Set<string>();
  let group = '';
  for (const line of groups.trim().split('\n')) {
    const words = line.trim().split(' ');
    if (!line.startsWith('    ')) group = words.shift()!;
    for (const word of words) names.add(group === '-' ? word : group + word);
  }
  return names;
}
